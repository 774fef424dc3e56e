// SPDX-License-Identifier: Apache-2.0
// The lines of a text, and their indentation.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace colonnade::dsl {

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;     // before its line break
    std::size_t next = 0;    // start of the line after it
    std::size_t indent = 0;  // blanks at its start

    [[nodiscard]] bool is_blank() const { return begin + indent == end; }
};

// The line that starts at `begin`, or nothing at the end of the text.
[[nodiscard]] inline std::optional<Line> line_at(std::string_view text, std::size_t begin) {
    if (begin >= text.size()) return std::nullopt;
    Line line{begin, text.find('\n', begin), 0, 0};
    if (line.end == std::string_view::npos) line.end = text.size();
    line.next = line.end + 1;
    while (begin + line.indent < line.end && text[begin + line.indent] == ' ')
        ++line.indent;
    return line;
}

}  // namespace colonnade::dsl
