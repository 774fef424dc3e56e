// SPDX-License-Identifier: Apache-2.0
// What a reader is told where the grammar came to a stop.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/expr/builder.hpp"
#include "dsl/expr/typed_instead.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::dsl {
namespace {

// Longer pieces are cut in messages; the marked line shows the rest.
constexpr std::size_t LongestPiece = 40;

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// What stands at the problem, for "unexpected …".
std::string found_at(std::string_view text, std::size_t at, std::size_t& end) {
    while (at < text.size() && is_blank(text[at]))
        ++at;
    end = at;
    if (at >= text.size()) return "the end";
    const auto stop = text.find_first_of(" \t\r\n(),\"", at);
    end = std::max(std::min(stop, text.size()), at + 1);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return fmt::format("`{}`", cut_to_width(text.substr(at, end - at), LongestPiece));
}

struct Advice {
    std::string_view typed;  // a whole word, or the signs that the found piece starts with
    std::string_view help;
    bool after_complete = false;  // only where something complete stands before
    std::string_view needs = {};  // only where this stands before
};

constexpr std::string_view WindowInside =
    "the window stands inside the brackets: `count(LIST in last 12 weeks)`";

// What depends on more than the words at the place; the rest is in habits.cpp.
constexpr auto Advices = std::to_array<Advice>({
    {"where", "one `where` with `and` between its conditions", true, "where "},
    {"in", "`in last …` stands right after the list, before `where`", true, "where "},
    {"=", WindowInside, true, ") in last "},
    {"<", WindowInside, true, ") in last "},
    {">", WindowInside, true, ") in last "},
    {"=", "comparisons do not chain: write `a < b and b < c`", true},
    {"<", "comparisons do not chain: write `a < b and b < c`", true},
    {">", "comparisons do not chain: write `a < b and b < c`", true},
    {"not", "write `not x in (a, b)`", true},
});

bool is_word(std::string_view typed) {
    return typed.front() >= 'a' && typed.front() <= 'z';
}

// What to write instead of `found`, where that is very likely; `before` is the text up to it.
std::string help_for(std::string_view found, std::string_view before, bool after_complete) {
    for (const auto& advice : Advices) {
        const bool fits =
            is_word(advice.typed) ? found == advice.typed : found.starts_with(advice.typed);
        if (fits && (after_complete || !advice.after_complete) &&
            before.find(advice.needs) != before.npos)
            return std::string(advice.help);
    }
    return {};
}

}  // namespace

SyntaxProblem problem_at(std::string_view text, std::size_t at, std::string_view expected) {
    std::size_t end = at;
    const auto found = found_at(text, at, end);
    while (at < end && is_blank(text[at]))
        ++at;
    if (end >= text.size() && at >= text.size()) {
        at = text.size();
        while (at > 0 && is_blank(text[at - 1]))
            --at;
    }
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(std::max(end, at))};
    const auto piece = text.substr(span.begin, span.end - span.begin);
    if (piece.starts_with('"') && text.find('"', span.begin + 1) == text.npos)
        return {false, span, "a text without the `\"` at its end", {}};
    const auto sentence = expected.empty() ? fmt::format("unexpected {}", found)
                                           : fmt::format("found {}, expected {}", found, expected);
    auto help = help_for(piece, text.substr(0, span.begin), expected.empty() || expected == "`)`");
    if (help.empty()) help = help_in_expression(text, span);
    if (help.empty() && !piece.empty() && piece[0] >= 'A' && piece[0] <= 'Z')
        help = "names are written in lower case; a text stands in quotes: `\"…\"`";
    return {false, span, sentence, std::move(help)};
}

}  // namespace colonnade::dsl
