// SPDX-License-Identifier: Apache-2.0
#include "engine/read/line_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace colonnade::engine {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr auto Blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(Blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(Blanks) - begin + 1);
}

// How much of a text lies behind the last line end that has a margin.
std::size_t without_margin(std::string_view text) {
    if (text.size() <= Margin) return text.size();
    const auto end = last_line_end(text.substr(0, text.size() - Margin));
    return end == std::string_view::npos ? text.size() : text.size() - end;
}

}  // namespace

std::size_t last_line_end(std::string_view text) {
    if (text.empty()) return std::string_view::npos;
    const auto* end = static_cast<const char*>(memrchr(text.data(), '\n', text.size()));
    return end == nullptr ? std::string_view::npos : static_cast<std::size_t>(end - text.data());
}

LineReader::LineReader(const dsl::Catalogue& catalogue, const Projection& projection,
                       const ReadOptions& options, bool is_wide)
    : options_(options),
      stem_(options.default_id),
      reader_(catalogue),
      quick_(catalogue, projection, options, reader_, is_wide),
      is_quick_(QuickReader::can_read(options)),
      builder_(catalogue, projection) {}

void LineReader::open(const Lines& lines) {
    lines_ = lines;
    without_margin_ = without_margin(lines.text);
}

Batch LineReader::next(std::vector<Reject>& rejects) {
    // Whoever asks for the end gets it for nothing.
    if (lines_.text.empty()) return {};
    quick_.open(builder_);
    const auto size = lines_.text.size();
    while (!lines_.text.empty() && builder_.rows() < MostBatchRows) {
        if (builder_.rows() > 0 && size - lines_.text.size() >= MostBatchBytes) break;
        read_line(rejects);
        ++lines_.first;
    }
    return builder_.take();
}

void LineReader::read_line(std::vector<Reject>& rejects) {
    if (lines_.text.size() <= without_margin_) add_margin();
    const char* begin = lines_.text.data();
    const auto* end = is_worth_trying() ? read_quickly(begin) : nullptr;
    misses_ = end == nullptr ? misses_ + 1 : 0;
    if (end == nullptr) {
        end = begin + lines_.text.find('\n');
        const std::string_view line(begin, static_cast<std::size_t>(end - begin));
        read_slowly(trimmed(line), rejects);
    }
    lines_.text.remove_prefix(static_cast<std::size_t>(end - begin) + 1);
}

// Of a file that is written oddly all through, a few lines are tried in vain, but not each.
bool LineReader::is_worth_trying() const {
    constexpr std::size_t Few = 8;
    return is_quick_ && (misses_ < Few || misses_ % Few == 0);
}

void LineReader::add_margin() {
    last_lines_ = lines_.text;
    if (last_lines_.back() != '\n') last_lines_ += '\n';
    const auto size = last_lines_.size();
    last_lines_.append(Margin, '\0');
    lines_.text = std::string_view(last_lines_).substr(0, size);
    without_margin_ = 0;
}

const char* LineReader::read_quickly(const char* line) {
    builder_.begin_row();
    const auto row = quick_.read(line);
    const auto size = row ? static_cast<std::size_t>(row->end - line) : 0;
    if (!row || size > MostDocumentBytes || !is_utf8({line, size})) {
        builder_.abandon_row();
        return nullptr;
    }
    const bool has_id = row->id && !row->id->empty();
    has_id ? builder_.end_row(*row->id, row->as_of) : builder_.end_row(default_id(), row->as_of);
    return row->end;
}

void LineReader::read_slowly(std::string_view line, std::vector<Reject>& rejects) {
    if (line.empty()) return;
    options_.default_id = default_id();
    if (auto problem = reader_.read(line, options_, builder_))
        rejects.push_back({lines_.first, std::move(*problem)});
}

std::string LineReader::default_id() const {
    return fmt::format("{}-{}", stem_, lines_.first);
}

}  // namespace colonnade::engine
