// SPDX-License-Identifier: Apache-2.0
#include "cli/render/difference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

using TextLines = std::vector<std::string_view>;

constexpr std::size_t WidthOfLine = 100;

// How far behind a difference the two are searched for a line that both have. What is longer is
// shown as one difference to the end.
constexpr std::size_t SearchedLines = 64;

TextLines lines_of(std::string_view text) {
    TextLines lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

// TextLines `begin` .. `end`-1 of either state.
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Difference {
    Part before;
    Part after;
};

// The shortest difference that starts at these lines.
Difference difference_at(const TextLines& before, std::size_t i, const TextLines& after,
                         std::size_t j) {
    for (std::size_t distance = 1; distance <= SearchedLines; ++distance) {
        for (std::size_t b = 0; b <= distance; ++b) {
            const auto a = distance - b;
            const bool inside = i + a < before.size() && j + b < after.size();
            if (inside && before[i + a] == after[j + b]) return {{i, i + a}, {j, j + b}};
        }
    }
    return {{i, before.size()}, {j, after.size()}};
}

std::vector<Difference> differences_of(const TextLines& before, const TextLines& after) {
    std::vector<Difference> found;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            ++i;
            ++j;
            continue;
        }
        found.push_back(difference_at(before, i, after, j));
        i = found.back().before.end;
        j = found.back().after.end;
    }
    return found;
}

std::string shown(const TextLines& lines, Part part, char sign) {
    std::string out;
    const auto end = std::min(part.end, part.begin + MostLinesOfPlace);
    for (auto i = part.begin; i < end; ++i)
        out += fmt::format("{}{}\n", sign, dsl::cut_to_width(dsl::visible(lines[i]), WidthOfLine));
    if (end < part.end) out += fmt::format("{}… {} more\n", sign, part.end - end);
    return out;
}

}  // namespace

std::string render_difference(std::string_view name, std::string_view before,
                              std::string_view after) {
    const auto old_lines = lines_of(before);
    const auto new_lines = lines_of(after);
    const auto all = differences_of(old_lines, new_lines);
    auto out = fmt::format("{}: not laid out\n", dsl::visible(name));
    const auto count = std::min(all.size(), MostPlaces);
    for (std::size_t i = 0; i < count; ++i) {
        out += fmt::format("@@ line {} @@\n", all[i].before.begin + 1);
        out += shown(old_lines, all[i].before, '-') + shown(new_lines, all[i].after, '+');
    }
    if (count < all.size()) out += fmt::format("@@ {} more @@\n", all.size() - count);
    return out;
}

}  // namespace colonnade::cli
