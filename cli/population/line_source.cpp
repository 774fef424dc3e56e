// SPDX-License-Identifier: Apache-2.0
#include "cli/population/line_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/read/line_reader.hpp"

namespace colonnade::cli {
namespace {

void say_unreadable(const std::string& path, const std::string& why) {
    say_error(fmt::format("cannot read `{}`: {}", dsl::visible(path), why));
}

}  // namespace

std::size_t count_line_ends(std::string_view text) {
    std::size_t ends = 0;
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        ++ends;
    return ends;
}

std::variant<LineSource, Exit> LineSource::open(const std::string& path, std::size_t chunk_bytes) {
    std::string problem;
    auto bytes = open_bytes(path, problem);
    if (bytes != nullptr) return LineSource(path, std::move(bytes), chunk_bytes);
    say_unreadable(path, problem);
    return Exit::Data;
}

bool LineSource::next(Chunk& chunk) {
    if (is_at_end_) return false;
    auto size = rest_.size();
    if (chunk.room.size() < size) chunk.room.resize(size);
    std::copy(rest_.begin(), rest_.end(), chunk.room.begin());
    rest_.clear();
    const auto end = read_lines(chunk.room, size);
    if (end != std::string::npos && !is_at_end_) {
        rest_.assign(chunk.room, end + 1, size - end - 1);
        size = end + 1;
    }
    chunk.text = {chunk.room.data(), size};
    if (next_line_ == 1 && chunk.text.starts_with("\xEF\xBB\xBF")) chunk.text.remove_prefix(3);
    chunk.first_line = next_line_;
    chunk.bytes_taken = bytes_->taken();
    next_line_ += count_line_ends(chunk.text);
    if (is_at_end_ && !chunk.text.empty() && chunk.text.back() != '\n') ++next_line_;
    return !chunk.text.empty() && !failed_;
}

// Adds to the `size` bytes that are there. Gives the place of the last line end, if there is one.
std::size_t LineSource::read_lines(std::string& room, std::size_t& size) {
    auto end = engine::last_line_end(std::string_view(room).substr(0, size));
    while (end == std::string::npos || size < chunk_bytes_) {
        if (!waits_ && end != std::string::npos && !bytes_->is_more_waiting()) break;
        const auto before = size;
        size += read_more(room, size);
        if (size == before) break;
        const auto found =
            engine::last_line_end(std::string_view(room).substr(before, size - before));
        if (found != std::string_view::npos) end = before + found;
        if (end == std::string::npos && size > engine::MostDocumentBytes) {
            size = cut_long_line(room);
            break;
        }
    }
    return end;
}

// The next bytes, behind those that are there; 0 at the end.
std::size_t LineSource::read_more(std::string& room, std::size_t taken) {
    // What a pipe holds: who does not wait should not clear more room for a line. And who has only
    // one line to read should touch no more memory than that takes.
    constexpr std::size_t Little = std::size_t{64} << 10U;
    constexpr std::size_t Least = std::size_t{16} << 10U;
    const auto most = std::max(chunk_bytes_, taken + chunk_bytes_ / 4);
    const auto wanted =
        waits_ ? std::min(most, std::max(Least, 4 * std::max(taken, room.size()))) : taken + Little;
    if (room.size() < wanted) room.resize(wanted);
    const auto end = waits_ ? std::min(most, room.size()) : wanted;
    const auto got = bytes_->read(room.data() + taken, end - taken);
    is_at_end_ = got == 0;
    if (is_at_end_ && !bytes_->problem().empty()) {
        say_unreadable(path_, bytes_->problem());
        failed_ = true;
    }
    return got;
}

// One byte more than a document may have is enough to refuse it; the rest of the line is skipped.
// Gives the size of what is left.
std::size_t LineSource::cut_long_line(std::string& room) {
    std::string more;
    for (;;) {
        const auto got = read_more(more, 0);
        if (got == 0) break;
        const auto end = std::string_view(more).substr(0, got).find('\n');
        if (end == std::string_view::npos) continue;
        rest_.assign(more, end + 1, got - end - 1);
        break;
    }
    room.resize(engine::MostDocumentBytes + 1);
    room += '\n';
    return room.size();
}

}  // namespace colonnade::cli
