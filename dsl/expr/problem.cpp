// SPDX-License-Identifier: Apache-2.0
// What a reader is told where the grammar came to a stop.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/expr/builder.hpp"
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

struct Habit {
    std::string_view typed;  // a whole word, or the signs that the found piece starts with
    std::string_view help;
    bool after_complete = false;  // only where something complete stands before
    std::string_view needs = {};  // only where this stands before
};

constexpr std::string_view WindowInside =
    "the window stands inside the brackets: `count(LIST in last 12 weeks)`";

// What people type who come from other languages, from spreadsheets or from speech.
constexpr auto Habits = std::to_array<Habit>({
    {"==", "equality is one `=`"},
    {"&&", "write `and`"},
    {"||", "write `or`"},
    {"|", "write `or`"},
    {"!", "write `not`, or `!=` between two values"},
    {"'", "a text stands in double quotes: `\"…\"`"},
    {"“", "a text stands in straight quotes: `\"…\"`"},
    {"„", "a text stands in straight quotes: `\"…\"`"},
    {"last", "a window is written `in last 12 weeks`"},
    {"the", "a window is written `in last 12 weeks`"},
    {"where", "one `where` with `and` between its conditions", true, "where "},
    {"in", "`in last …` stands right after the list, before `where`", true, "where "},
    {"at", "write `5 or more` or `5 or less`"},
    {"least", "write `5 or more`"},
    {"most", "write `5 or less`"},
    {"once", "write `1 per week`"},
    {"twice", "write `2 per week`"},
    {"to", "a range is written `2..3`"},
    {"bis", "a range is written `2..3`"},
    {"=", WindowInside, true, ") in last "},
    {"<", WindowInside, true, ") in last "},
    {">", WindowInside, true, ") in last "},
    {"=", "comparisons do not chain: write `a < b and b < c`", true},
    {"<", "comparisons do not chain: write `a < b and b < c`", true},
    {">", "comparisons do not chain: write `a < b and b < c`", true},
});

bool is_word(std::string_view typed) {
    return typed.front() >= 'a' && typed.front() <= 'z';
}

// What to write instead of `found`, where that is very likely; `before` is the text up to it.
std::string help_for(std::string_view found, std::string_view before, bool after_complete) {
    for (const auto& habit : Habits) {
        const bool fits =
            is_word(habit.typed) ? found == habit.typed : found.starts_with(habit.typed);
        if (fits && (after_complete || !habit.after_complete) &&
            before.find(habit.needs) != before.npos)
            return std::string(habit.help);
    }
    if (found.find("–") != found.npos) return "a range is written `2..3`";
    if (found.empty()) return {};
    const auto ends_with = [&](std::string_view signs) {
        return !before.empty() && signs.find(before.back()) != signs.npos;
    };
    const char first = found.front();
    if (first == '=' && ends_with("=<>")) return "equality is one `=`";
    if (first == '>' && ends_with("<")) return "write `!=`";
    if (first >= 'A' && first <= 'Z')
        return "names are written in lower case; a text stands in quotes: `\"…\"`";
    const bool after_number = ends_with("0123456789");
    if (first == ',' && after_number) return "decimals have a point: `2.5`";
    if (first == '-' && after_number && after_complete) return "a range is written `2..3`";
    if (first == '+' && after_number && after_complete) return "write `5 or more`";
    if (first >= '0' && first <= '9' && found.ends_with('x')) return "write `2 per week`";
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
    return {false, span, sentence,
            help_for(piece, text.substr(0, span.begin), expected.empty() || expected == "`)`")};
}

}  // namespace colonnade::dsl
