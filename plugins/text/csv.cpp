// SPDX-License-Identifier: Apache-2.0
#include "plugins/text/csv.hpp"

#include "plugins/text/digit.hpp"
#include "plugins/text/limits.hpp"

namespace colonnade::text {
namespace {

constexpr auto NotFound = std::string::npos;

// Whether `text` begins as `mask` does, where 0 stands for any digit.
bool fits(std::string_view text, std::string_view mask) {
    if (text.size() < mask.size()) return false;
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] == '0' ? !is_digit(text[i]) : text[i] != mask[i]) return false;
    }
    return true;
}

}  // namespace

CsvScanner::CsvScanner(std::string& content, Quoting quoting, char separator)
    : content_(content),
      quoting_(quoting),
      separator_(separator),
      marks_(separator, quoting == Quoting::Backslash ? '\\' : '"') {
    if (content_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

CsvScanner::Step CsvScanner::next() {
    if (restarts_ > MostRestarts) return Step::End;
    skip_blank_lines();
    if (at_ >= content_.size()) return Step::End;
    row_start_ = at_;
    line_ = next_line_;
    cells_.clear();
    escaped_.clear();
    if (!scan_row()) {
        cells_.clear();
        restart();
        return Step::Broken;
    }
    for (const auto index : escaped_)
        cells_[index] = unescaped(cells_[index]);
    return Step::Row;
}

void CsvScanner::skip_blank_lines() {
    while (at_ < content_.size() && is_line_end(at_))
        take_line_end();
}

bool CsvScanner::is_line_end(std::size_t at) const {
    if (content_[at] == '\n') return true;
    return content_[at] == '\r' && at + 1 < content_.size() && content_[at + 1] == '\n';
}

void CsvScanner::take_line_end() {
    at_ += content_[at_] == '\r' ? 2 : 1;
    ++next_line_;
}

bool CsvScanner::scan_row() {
    for (;;) {
        const bool is_quoted = at_ < content_.size() && content_[at_] == '"';
        if (!(is_quoted ? scan_quoted() : scan_bare())) return false;
        if (at_ >= content_.size()) return true;
        if (content_[at_] != separator_) break;
        ++at_;
    }
    take_line_end();
    return true;
}

// A quote inside a cell without quotes is an ordinary character.
bool CsvScanner::scan_bare() {
    const auto begin = at_;
    const auto is_end = [this] {
        return at_ >= content_.size() || content_[at_] == separator_ || content_[at_] == '\n';
    };
    for (at_ = marks_.next(content_, at_); !is_end(); at_ = marks_.next(content_, at_ + 1)) {
    }
    auto end = at_;
    if (at_ < content_.size() && content_[at_] == '\n' && end > begin &&
        content_[end - 1] == '\r') {
        at_ = --end;
    }
    return add(begin, end);
}

bool CsvScanner::scan_quoted() {
    const auto begin = ++at_;
    bool has_escapes = false;
    for (;;) {
        at_ = marks_.next(content_, at_);
        if (at_ == content_.size()) return fail("a quote is opened and never closed");
        if (at_ - begin > MostFieldBytes) return fail("a cell is longer than 1 MiB");
        const char c = content_[at_];
        const char after = at_ + 1 < content_.size() ? content_[at_ + 1] : '\0';
        if (c == separator_) {
            ++at_;
        } else if (c == '\n') {
            ++at_;
            ++next_line_;
            if (is_record_start(at_)) return fail("a quote is not closed before the next record");
        } else if (after == '"' || (c == '\\' && after == '\\')) {
            has_escapes = true;
            at_ += 2;
        } else if (c == '"') {
            return close_quoted(begin, has_escapes);
        } else {
            ++at_;
        }
    }
}

bool CsvScanner::close_quoted(std::size_t begin, bool has_escapes) {
    const auto end = at_++;
    const bool is_end = at_ >= content_.size() || content_[at_] == separator_ || is_line_end(at_);
    if (!is_end) return fail("text follows a closing quote");
    if (has_escapes) escaped_.push_back(cells_.size());
    return add(begin, end);
}

bool CsvScanner::add(std::size_t begin, std::size_t end) {
    if (end - begin > MostFieldBytes) return fail("a cell is longer than 1 MiB");
    if (end - row_start_ > MostRowBytes) return fail("a row is longer than 8 MiB");
    if (cells_.size() >= MostColumns) return fail("a row has more than 1024 cells");
    cells_.emplace_back(content_.data() + begin, end - begin);
    return true;
}

bool CsvScanner::fail(std::string_view why) {
    problem_ = why;
    return false;
}

// Only Comments.csv has backslashes, and each of its records begins with a time and a link.
bool CsvScanner::is_record_start(std::size_t at) const {
    if (quoting_ != Quoting::Backslash) return false;
    const auto text = std::string_view(content_).substr(at, 32);
    return fits(text, "0000-00-00 00:00:00,http://") || fits(text, "0000-00-00 00:00:00,https://");
}

void CsvScanner::restart() {
    at_ = row_start_;
    next_line_ = line_;
    if (++restarts_ > MostRestarts) {
        problem_ = "more than 1000 rows are broken; the rest is not read";
        at_ = content_.size();
    }
    while (at_ < content_.size()) {
        const auto end = content_.find('\n', at_);
        at_ = end == NotFound ? content_.size() : end + 1;
        ++next_line_;
        if (quoting_ == Quoting::Doubled || is_record_start(at_)) break;
    }
}

// Only shortens the cell, and only after the whole row proved sound: a restart sees the original.
std::string_view CsvScanner::unescaped(std::string_view cell) {
    auto* const begin = content_.data() + (cell.data() - content_.data());
    auto* to = begin;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char after = i + 1 < cell.size() ? cell[i + 1] : '\0';
        const bool is_doubled = cell[i] == '"' && after == '"';
        const bool is_escaped =
            quoting_ == Quoting::Backslash && cell[i] == '\\' && (after == '"' || after == '\\');
        if (is_doubled || is_escaped) ++i;
        *to++ = cell[i];
    }
    return {begin, static_cast<std::size_t>(to - begin)};
}

}  // namespace colonnade::text
