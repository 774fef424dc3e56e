// SPDX-License-Identifier: Apache-2.0
#include "cli/population/line_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/read/profile_reader.hpp"

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
    auto& text = chunk.text;
    text.assign(rest_);
    rest_.clear();
    auto end = text.rfind('\n');
    while (end == std::string::npos || text.size() < chunk_bytes_) {
        if (!waits_ && end != std::string::npos && !bytes_->is_more_waiting()) break;
        const auto before = text.size();
        if (read_more(text) == 0) break;
        const auto found = std::string_view(text).substr(before).rfind('\n');
        if (found != std::string_view::npos) end = before + found;
        if (end == std::string::npos && text.size() > engine::MostDocumentBytes) {
            cut_long_line(text);
            break;
        }
    }
    if (end != std::string::npos && !is_at_end_) {
        rest_.assign(text, end + 1);
        text.resize(end + 1);
    }
    if (next_line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    chunk.first_line = next_line_;
    chunk.bytes_taken = bytes_->taken();
    next_line_ += count_line_ends(text);
    if (is_at_end_ && !text.empty() && text.back() != '\n') ++next_line_;
    return !text.empty() && !failed_;
}

// Appends the next bytes; 0 at the end.
std::size_t LineSource::read_more(std::string& text) {
    // What a pipe holds: who does not wait should not clear more room for a line.
    constexpr std::size_t Little = std::size_t{64} << 10U;
    const auto before = text.size();
    text.resize(waits_ ? std::max(chunk_bytes_, before + chunk_bytes_ / 4) : before + Little);
    const auto got = bytes_->read(text.data() + before, text.size() - before);
    is_at_end_ = got == 0;
    if (is_at_end_ && !bytes_->problem().empty()) {
        say_unreadable(path_, bytes_->problem());
        failed_ = true;
    }
    text.resize(before + got);
    return got;
}

// One byte more than a document may have is enough to refuse it; the rest of the line is skipped.
void LineSource::cut_long_line(std::string& text) {
    std::string more;
    for (;;) {
        more.clear();
        if (read_more(more) == 0) break;
        const auto end = more.find('\n');
        if (end == std::string::npos) continue;
        rest_.assign(more, end + 1);
        break;
    }
    text.resize(engine::MostDocumentBytes + 1);
    text += '\n';
}

}  // namespace colonnade::cli
