// SPDX-License-Identifier: Apache-2.0
#include "engine/read/line_reader.hpp"

#include <fmt/format.h>

namespace colonnade::engine {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr auto Blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(Blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(Blanks) - begin + 1);
}

}  // namespace

LineReader::LineReader(const dsl::Catalogue& catalogue, const Projection& projection,
                       const ReadOptions& options)
    : options_(options),
      stem_(options.default_id),
      reader_(catalogue),
      builder_(catalogue, projection) {}

Batch LineReader::next(std::vector<Reject>& rejects) {
    while (!lines_.text.empty() && builder_.rows() < MostBatchRows) {
        const auto end = lines_.text.find('\n');
        const auto line = trimmed(lines_.text.substr(0, end));
        if (!line.empty()) read_line(line, rejects);
        lines_.text.remove_prefix(end == std::string_view::npos ? lines_.text.size() : end + 1);
        ++lines_.first;
    }
    return builder_.take();
}

void LineReader::read_line(std::string_view line, std::vector<Reject>& rejects) {
    options_.default_id = fmt::format("{}-{}", stem_, lines_.first);
    if (auto problem = reader_.read(line, options_, builder_))
        rejects.push_back({lines_.first, std::move(*problem)});
}

}  // namespace colonnade::engine
