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
    std::size_t end = std::string::npos;
    while (end == std::string::npos || text.size() < chunk_bytes_) {
        if (read_more(text) == 0) break;
        end = text.rfind('\n');
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
    next_line_ += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return !text.empty() && !failed_;
}

// Appends the next bytes; 0 at the end.
std::size_t LineSource::read_more(std::string& text) {
    const auto before = text.size();
    text.resize(std::max(chunk_bytes_, before + chunk_bytes_ / 4));
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
