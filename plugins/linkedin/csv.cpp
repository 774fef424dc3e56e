// SPDX-License-Identifier: Apache-2.0
#include "csv.hpp"

#include "limits.hpp"

namespace colonnade::linkedin {
namespace {

constexpr auto NotFound = std::string::npos;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Whether `text` begins as `mask` does, where 0 stands for any digit.
bool fits(std::string_view text, std::string_view mask) {
    if (text.size() < mask.size()) return false;
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] == '0' ? !is_digit(text[i]) : text[i] != mask[i]) return false;
    }
    return true;
}

// Where the next quote, line end or `escape` stands, or the end of the text.
std::size_t end_of_plain(std::string_view text, std::size_t at, char escape) {
    while (at < text.size() && text[at] != '"' && text[at] != '\n' && text[at] != escape)
        ++at;
    return at;
}

}  // namespace

CsvScanner::CsvScanner(std::string& content, Quoting quoting)
    : content_(content), quoting_(quoting) {
    if (content_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

CsvScanner::Step CsvScanner::next() {
    if (restarts_ > MostRestarts) return Step::End;
    skip_blank_lines();
    if (at_ >= content_.size()) return Step::End;
    row_start_ = at_;
    line_ = next_line_;
    raw_.clear();
    cells_.clear();
    if (!scan_row()) {
        restart();
        return Step::Broken;
    }
    for (const auto& cell : raw_)
        cells_.push_back(unescaped(cell));
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
        if (content_[at_] != ',') break;
        ++at_;
    }
    take_line_end();
    return true;
}

// A quote inside a cell without quotes is an ordinary character.
bool CsvScanner::scan_bare() {
    const auto begin = at_;
    while (at_ < content_.size() && content_[at_] != ',' && content_[at_] != '\n')
        ++at_;
    auto end = at_;
    if (at_ < content_.size() && content_[at_] == '\n' && end > begin &&
        content_[end - 1] == '\r') {
        at_ = --end;
    }
    return add({begin, end, false});
}

bool CsvScanner::scan_quoted() {
    Cell cell{++at_, at_, false};
    const char escape = quoting_ == Quoting::Backslash ? '\\' : '"';
    for (;;) {
        at_ = end_of_plain(content_, at_, escape);
        if (at_ == content_.size()) return fail("a quote is opened and never closed");
        if (at_ - cell.begin > MostFieldBytes) return fail("a cell is longer than 1 MiB");
        const char c = content_[at_];
        const char after = at_ + 1 < content_.size() ? content_[at_ + 1] : '\0';
        if (c == '\n') {
            ++at_;
            ++next_line_;
            if (is_record_start(at_)) return fail("a quote is not closed before the next record");
        } else if (after == '"' || (c == '\\' && after == '\\')) {
            cell.has_escapes = true;
            at_ += 2;
        } else if (c == '"') {
            return close_quoted(cell);
        } else {
            ++at_;
        }
    }
}

bool CsvScanner::close_quoted(Cell cell) {
    cell.end = at_++;
    const bool is_end = at_ >= content_.size() || content_[at_] == ',' || is_line_end(at_);
    return is_end ? add(cell) : fail("text follows a closing quote");
}

bool CsvScanner::add(Cell cell) {
    if (cell.end - cell.begin > MostFieldBytes) return fail("a cell is longer than 1 MiB");
    if (cell.end - row_start_ > MostRowBytes) return fail("a row is longer than 8 MiB");
    if (raw_.size() >= MostColumns) return fail("a row has more than 1024 cells");
    raw_.push_back(cell);
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
std::string_view CsvScanner::unescaped(const Cell& cell) {
    if (!cell.has_escapes)
        return std::string_view(content_).substr(cell.begin, cell.end - cell.begin);
    auto to = cell.begin;
    for (auto from = cell.begin; from < cell.end; ++from, ++to) {
        const char after = from + 1 < cell.end ? content_[from + 1] : '\0';
        const bool is_doubled = content_[from] == '"' && after == '"';
        const bool is_escaped = quoting_ == Quoting::Backslash && content_[from] == '\\' &&
                                (after == '"' || after == '\\');
        if (is_doubled || is_escaped) ++from;
        content_[to] = content_[from];
    }
    return std::string_view(content_).substr(cell.begin, to - cell.begin);
}

}  // namespace colonnade::linkedin
