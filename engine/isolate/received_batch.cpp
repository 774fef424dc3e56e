// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/received_batch.hpp"

#include <limits>
#include <string_view>

#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {

// A list, its record, a field.
constexpr int MostDepth = 3;
constexpr std::size_t Any = std::numeric_limits<std::uint32_t>::max();

std::string_view text_at(std::span<const std::byte> memory, const WrittenBatch& written) {
    if (written.at > memory.size() || written.size > memory.size() - written.at) return {};
    const auto bytes = memory.subspan(written.at, written.size);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

ReceivedBatch::ReceivedBatch(std::span<const std::byte> memory, const WrittenBatch& written)
    : memory_(memory) {
    WireReader from(text_at(memory, written));
    batch_.size = sizeof batch_;
    batch_.rows = from.number<std::int64_t>();
    batch_.as_of = read_array<std::int64_t>(from);
    const auto count = from.count(Any);
    for (std::uint32_t i = 0; i < count && from.is_sound(); ++i)
        arguments_.push_back(read_column(from, 1));
    batch_.argument_count = static_cast<std::int32_t>(arguments_.size());
    batch_.arguments = arguments_.data();
    is_sound_ = from.is_done();
}

// NOLINTNEXTLINE(misc-no-recursion): to the depth of a list's field
const colonnade_column* ReceivedBatch::read_column(WireReader& from, int depth) {
    auto& column = columns_.emplace_back();
    column.size = sizeof column;
    column.kind = from.number<std::int32_t>();
    column.length = from.number<std::int64_t>();
    if (column.kind == COLONNADE_WORDS) {
        read_words(from, column);
        return &column;
    }
    column.validity = read_array<std::uint8_t>(from);
    column.data = read_array<std::byte>(from);
    column.offsets = read_array<std::int32_t>(from);
    read_names(from, column);
    read_children(from, column, depth);
    return &column;
}

void ReceivedBatch::read_words(WireReader& from, colonnade_column& column) {
    auto& words = words_.emplace_back();
    for (std::int64_t i = 0; i < column.length && from.is_sound(); ++i) {
        const auto group = abi_text(from.text());
        words.push_back({group, abi_text(from.text())});
    }
    column.data = words.data();
}

void ReceivedBatch::read_names(WireReader& from, colonnade_column& column) {
    const auto count = from.count(Any);
    if (count == 0) return;
    auto& names = names_.emplace_back();
    for (std::uint32_t i = 0; i < count; ++i)
        names.push_back(abi_text(from.text()));
    column.names = names.data();
    column.name_count = static_cast<std::int32_t>(count);
}

// NOLINTNEXTLINE(misc-no-recursion): to the depth of a list's field
void ReceivedBatch::read_children(WireReader& from, colonnade_column& column, int depth) {
    const auto count = from.count(depth < MostDepth ? Any : 0);
    if (count == 0) return;
    auto& children = children_.emplace_back();
    for (std::uint32_t i = 0; i < count && from.is_sound(); ++i)
        children.push_back(read_column(from, depth + 1));
    column.child_count = static_cast<std::int32_t>(children.size());
    column.children = children.data();
}

template <class Value>
const Value* ReceivedBatch::read_array(WireReader& from) const {
    const auto at = from.number<std::uint64_t>();
    if (at >= memory_.size()) return nullptr;
    return reinterpret_cast<const Value*>(memory_.data() + at);
}

}  // namespace colonnade::engine
