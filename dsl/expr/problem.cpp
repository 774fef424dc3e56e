// SPDX-License-Identifier: Apache-2.0
// What a reader is told where the grammar came to a stop.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/expr/builder.hpp"

namespace colonnade::dsl {
namespace {

// What stands at the problem, for "unexpected …".
std::string found_at(std::string_view text, std::size_t at, std::size_t& end) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
        ++at;
    end = at;
    if (at >= text.size()) return "the end";
    const auto stop = text.find_first_of(" \t\r\n(),\"", at);
    end = std::max(std::min(stop, text.size()), at + 1);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return fmt::format("`{}`", text.substr(at, end - at));
}

}  // namespace

SyntaxProblem problem_at(std::string_view text, std::size_t at, std::string_view expected) {
    std::size_t end = at;
    const auto found = found_at(text, at, end);
    while (at < end && (text[at] == ' ' || text[at] == '\n'))
        ++at;
    if (end >= text.size() && at >= text.size()) {
        at = text.size();
        while (at > 0 && text[at - 1] == ' ')
            --at;
    }
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(std::max(end, at))};
    const auto sentence = expected.empty() ? fmt::format("unexpected {}", found)
                                           : fmt::format("found {}, expected {}", found, expected);
    return {false, span, sentence, {}};
}

}  // namespace colonnade::dsl
