// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/stream_table.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {}  // namespace

std::uint32_t StreamTable::lend(const colonnade_stream& stream) {
    return add({&stream, 0});
}

// Numbers are not used again, so that one that was taken back finds nothing.
std::uint32_t StreamTable::add(const Lent& lent) {
    lent_.emplace(++last_, lent);
    return last_;
}

StreamTable::Lents::iterator StreamTable::erase(Lents::iterator at) {
    const auto& lent = at->second;
    if (lent.folder != 0) lent.stream->close(lent.stream);
    return lent_.erase(at);
}

void StreamTable::take_back(std::uint32_t number) {
    for (auto at = lent_.begin(); at != lent_.end();)
        at = at->second.folder == number ? erase(at) : std::next(at);
    if (const auto at = lent_.find(number); at != lent_.end()) erase(at);
}

void StreamTable::clear() {
    for (auto at = lent_.begin(); at != lent_.end();)
        at = erase(at);
}

std::optional<std::string> StreamTable::answer(const Frame& question) {
    WireReader from(question.payload);
    WireWriter to;
    const auto number = from.number<std::uint32_t>();
    const auto at = lent_.find(number);
    if (at == lent_.end()) return std::nullopt;
    const auto& stream = *at->second.stream;
    switch (question.message) {
        case Message::ReadAt:
            read_at(stream, from, to);
            break;
        case Message::EntryName:
            to.text(view_of(stream.entry_name(&stream, from.number<std::int64_t>())));
            break;
        case Message::OpenEntry:
            open_entry(number, from, to);
            break;
        case Message::CloseStream:
            // What was lent by this program is not the process's to close.
            if (at->second.folder != 0) erase(at);
            break;
        default:
            return std::nullopt;
    }
    if (!from.is_done()) return std::nullopt;
    return to.bytes();
}

void StreamTable::read_at(const colonnade_stream& stream, WireReader& from, WireWriter& to) const {
    const auto offset = from.number<std::int64_t>();
    const auto wanted = from.number<std::uint32_t>();
    std::string bytes(std::min<std::size_t>(wanted, MostReadBytes), '\0');
    const auto count =
        stream.read_at(&stream, offset, bytes.data(), static_cast<std::int64_t>(bytes.size()));
    bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    to.number(count).text(bytes);
}

void StreamTable::open_entry(std::uint32_t folder, WireReader& from, WireWriter& to) {
    const auto& stream = *lent_.at(folder).stream;
    const auto index = from.number<std::int64_t>();
    auto error = empty_error();
    const colonnade_stream* entry = nullptr;
    if (has_room()) {
        entry = stream.open_entry(&stream, index, &error);
    } else {
        fill_error(&error, COLONNADE_UNREADABLE, "too many files are open at once");
    }
    to.number(static_cast<std::uint8_t>(entry == nullptr ? 0 : 1));
    if (entry == nullptr) {
        to.number(error.code).text(sentence_of(error, error.code));
    } else {
        write(add({entry, folder}), *entry, to);
    }
}

bool StreamTable::has_room() const {
    const auto is_entry = [](const auto& item) { return item.second.folder != 0; };
    return static_cast<std::size_t>(std::count_if(lent_.begin(), lent_.end(), is_entry)) <
           MostOpenEntries;
}

void StreamTable::write(std::uint32_t number, const colonnade_stream& stream, WireWriter& to) {
    to.number(number).text(view_of(stream.name)).number(stream.length);
    to.number(stream.modified).number(stream.entry_count);
}

}  // namespace colonnade::engine
