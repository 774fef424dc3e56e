// SPDX-License-Identifier: Apache-2.0
#include "dsl/yaml/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace colonnade::dsl {
namespace {

// The first letter of the value in `key: value`, or of the line where there is no key.
char value_start(std::string_view line) {
    const auto colon = line.find(": ");
    const auto at = line.find_first_not_of(" -", colon == line.npos ? 0 : colon + 1);
    return at == line.npos ? ' ' : line[at];
}

// `title: en: Photo` may be meant as a map in a map; nobody calls a key `Note` or `a text`.
bool could_be_a_key(std::string_view line) {
    const auto colon = line.find(": ");
    const auto first = line.find_first_not_of(' ', colon == line.npos ? 0 : colon + 1);
    const auto word = line.substr(std::min(first, line.size()));
    return std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

Explanation colon(std::string_view line) {
    if (line.find(": ") == line.npos) {
        return {
            "a key inside a text that began on a line above",
            "keys of one map start in one column, `: ` behind each; else put the text in quotes"};
    }
    return {"a second `: ` in one line", "put the text after the first `: ` in quotes",
            !could_be_a_key(line)};
}

Explanation misfit(std::string_view line) {
    const char start = value_start(line);
    if (std::string_view("[{\"'").find(start) != std::string_view::npos) {
        return {fmt::format("text behind what `{}` began", start),
                "a text that starts with a bracket or a quote needs quotes around it all",
                start == '"' || start == '\''};
    }
    return {"this line does not fit the indentation or the form of the lines above",
            "keys of one map start in one column; a value stands behind `: `"};
}

}  // namespace

Explanation explained(std::string_view message, std::string_view line, char found) {
    const auto has = [&](std::string_view part) { return message.find(part) != message.npos; };
    if (has("illegal map value")) return colon(line);
    if (has("tab")) return {"a tab in the indentation", "indent with blanks"};
    if (has("end of map flow")) return {"a `{` without its `}`", ""};
    if (has("end of sequence flow")) return {"a `[` without its `]`", ""};
    if (has("end of map not found") || has("end of sequence not found")) return misfit(line);
    if (has("unknown token")) {
        return {fmt::format("a text that starts with `{}`", found), "put the whole text in quotes",
                true};
    }
    if (has("block scalar")) {
        return {"`>` and `|` start a text over several lines",
                "write `5 or more` or `5 or less`; put any other text in quotes", true};
    }
    if (has("EOF in scalar")) return {"a text without the quote at its end", ""};
    if (has("bad file")) return {"nested too deep for YAML", ""};
    return {fmt::format("YAML cannot read this: {}", message), ""};
}

}  // namespace colonnade::dsl
