// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/column_writer.hpp"

#include <cstring>
#include <string_view>

#include "engine/column/buffer.hpp"
#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {}  // namespace

bool ColumnWriter::write(const colonnade_batch& batch, Rows rows, WrittenBatch& written) {
    used_ = 0;
    is_full_ = false;
    description_ = {};
    description_.number(rows.size());
    description_.number(
        put(batch.as_of + rows.begin, static_cast<std::size_t>(rows.size()) * sizeof *batch.as_of));
    description_.number(static_cast<std::uint32_t>(batch.argument_count));
    for (std::int32_t i = 0; i < batch.argument_count && !is_full_; ++i)
        write_column(*batch.arguments[i], rows);
    const auto& bytes = description_.bytes();
    written = {put(bytes.data(), bytes.size()), bytes.size()};
    return !is_full_;
}

// NOLINTNEXTLINE(misc-no-recursion): a list, its record, a field
void ColumnWriter::write_column(const colonnade_column& column, Rows rows) {
    const bool are_words = column.kind == COLONNADE_WORDS;
    description_.number(column.kind).number(are_words ? column.length : rows.size());
    if (are_words) return write_words(column);
    description_.number(put_bits(column.validity, rows));
    description_.number(put_values(column, rows));
    description_.number(put_offsets(column.offsets, rows));
    description_.number(static_cast<std::uint32_t>(column.name_count));
    for (std::int32_t i = 0; i < column.name_count; ++i)
        description_.text(view_of(column.names[i]));
    write_children(column, rows);
}

void ColumnWriter::write_words(const colonnade_column& column) {
    const auto* words = static_cast<const colonnade_word*>(column.data);
    for (std::int64_t i = 0; i < column.length; ++i)
        description_.text(view_of(words[i].group)).text(view_of(words[i].text));
}

// NOLINTNEXTLINE(misc-no-recursion): a list, its record, a field
void ColumnWriter::write_children(const colonnade_column& column, Rows rows) {
    description_.number(static_cast<std::uint32_t>(column.child_count));
    // The elements of a list's rows; a record's fields have its rows.
    if (column.kind == COLONNADE_LIST)
        rows = {column.offsets[rows.begin], column.offsets[rows.end]};
    for (std::int32_t i = 0; i < column.child_count && !is_full_; ++i)
        write_column(*column.children[i], rows);
}

std::uint64_t ColumnWriter::put_values(const colonnade_column& column, Rows rows) {
    if (column.data == nullptr) return NoArray;
    const auto* data = static_cast<const std::byte*>(column.data);
    if (column.kind == COLONNADE_TEXT) {
        const auto begin = column.offsets[rows.begin];
        return put(data + begin, static_cast<std::size_t>(column.offsets[rows.end] - begin));
    }
    const auto each = value_bytes(column.kind);
    return put(data + static_cast<std::size_t>(rows.begin) * each,
               static_cast<std::size_t>(rows.size()) * each);
}

std::uint64_t ColumnWriter::put_bits(const std::uint8_t* bits, Rows rows) {
    if (bits == nullptr) return NoArray;
    const auto size = static_cast<std::size_t>(rows.size() + 7) / 8;
    const auto* from = bits + rows.begin / 8;
    const auto shift = static_cast<unsigned>(rows.begin % 8);
    if (shift == 0) return put(from, size);
    auto* to = reserve(size);
    if (to == nullptr) return NoArray;
    // The last byte is read only where a bit of the rows lies in it.
    const auto* end = bits + (rows.end + 7) / 8;
    for (std::size_t i = 0; i < size; ++i) {
        const unsigned next = from + i + 1 < end ? from[i + 1] : 0U;
        to[i] = static_cast<std::byte>((from[i] >> shift | next << (8 - shift)) & 0xFFU);
    }
    return place_of(to);
}

std::uint64_t ColumnWriter::put_offsets(const std::int32_t* offsets, Rows rows) {
    if (offsets == nullptr) return NoArray;
    const auto count = static_cast<std::size_t>(rows.size()) + 1;
    auto* array = reserve(count * sizeof *offsets);
    if (array == nullptr) return NoArray;
    const auto* from = offsets + rows.begin;
    auto* to = reinterpret_cast<std::int32_t*>(array);
    for (std::size_t i = 0; i < count; ++i)
        to[i] = from[i] - *from;
    return place_of(array);
}

std::uint64_t ColumnWriter::put(const void* from, std::size_t size) {
    auto* to = reserve(size);
    if (to == nullptr) return NoArray;
    if (size > 0) std::memcpy(to, from, size);
    return place_of(to);
}

std::byte* ColumnWriter::reserve(std::size_t size) {
    const auto at = (used_ + BufferAlignment - 1) / BufferAlignment * BufferAlignment;
    if (is_full_ || at > memory_.size() || size > memory_.size() - at) {
        is_full_ = true;
        return nullptr;
    }
    used_ = at + size;
    return memory_.data() + at;
}

std::uint64_t ColumnWriter::place_of(const std::byte* array) const {
    return static_cast<std::uint64_t>(array - memory_.data());
}

}  // namespace colonnade::engine
