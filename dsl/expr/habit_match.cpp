// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/habit_match.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/expr/parse.hpp"
#include "dsl/text/unicode.hpp"
#include "dsl/types/unit.hpp"

namespace colonnade::dsl {
namespace {

struct UnitWord {
    std::string_view begins;  // the whole word, or its beginning where letters may follow
    Unit unit;
    bool whole = false;
};
constexpr auto UnitWords = std::to_array<UnitWord>({
    {"sekunde", Unit::Second}, {"second", Unit::Second},    {"sec", Unit::Second, true},
    {"minute", Unit::Minute},  {"min", Unit::Minute, true}, {"mins", Unit::Minute, true},
    {"stunde", Unit::Hour},    {"hour", Unit::Hour},        {"h", Unit::Hour, true},
    {"hrs", Unit::Hour, true}, {"tag", Unit::Day},          {"day", Unit::Day},
    {"d", Unit::Day, true},    {"woche", Unit::Week},       {"week", Unit::Week},
    {"wk", Unit::Week, true},  {"wks", Unit::Week, true},   {"monat", Unit::Month},
    {"month", Unit::Month},    {"jahr", Unit::Year},        {"year", Unit::Year},
    {"yr", Unit::Year, true},  {"yrs", Unit::Year, true},
});

std::optional<Unit> unit_in_any_language(std::string_view word) {
    static constexpr auto Endings =
        std::to_array<std::string_view>({"", "n", "e", "en", "es", "s"});
    const auto low = lower(word);
    const std::string_view text = low;
    for (const auto& known : UnitWords) {
        if (!text.starts_with(known.begins)) continue;
        const auto ending = text.substr(known.begins.size());
        const bool fits = known.whole
                              ? ending.empty()
                              : std::find(Endings.begin(), Endings.end(), ending) != Endings.end();
        if (fits) return known.unit;
    }
    return std::nullopt;
}

std::size_t points_in(std::string_view number) {
    return static_cast<std::size_t>(std::count(number.begin(), number.end(), '.'));
}

bool has_size(std::string_view number, std::size_t size) {
    return number.size() == size && points_in(number) == 0;
}

// `1.000.000` as digits.
std::optional<std::string> ungrouped(std::string_view number) {
    if (points_in(number) < 2) return std::nullopt;
    std::string digits;
    for (auto rest = number; !rest.empty();) {
        const auto group = rest.substr(0, rest.find('.'));
        const bool first = digits.empty();
        if (first ? group.size() > 3 : group.size() != 3) return std::nullopt;
        digits += group;
        rest.remove_prefix(std::min(rest.size(), group.size() + 1));
    }
    return digits;
}

// `31.01.2026` as `2026-01-31`.
std::optional<std::string> german_date(std::string_view number) {
    if (points_in(number) != 2) return std::nullopt;
    const auto day = number.substr(0, number.find('.'));
    const auto year = number.substr(number.rfind('.') + 1);
    const auto month = number.substr(day.size() + 1, number.size() - day.size() - year.size() - 2);
    if (day.size() > 2 || month.size() > 2 || year.size() != 4) return std::nullopt;
    return fmt::format("{}-{:0>2}-{:0>2}", year, month, day);
}

bool is_number(const Token& token) {
    return token.kind == Token::Kind::Number;
}

std::optional<std::string> if_true(bool fits, std::string_view text) {
    return fits ? std::optional<std::string>(text) : std::nullopt;
}

std::optional<std::string> unit(const Token& token, bool foreign) {
    if (token.kind != Token::Kind::Word) return std::nullopt;
    const auto known = unit_in_any_language(token.text);
    if (!known || (foreign && unit_named(token.text))) return std::nullopt;
    return std::string(text_of(*known));
}

}  // namespace

bool HabitMatch::fits(std::string_view row) {
    while (!row.empty()) {
        const auto pattern = row.substr(0, row.find(' '));
        row.remove_prefix(std::min(row.size(), pattern.size() + 1));
        if (!take(pattern)) return false;
    }
    return true;
}

std::string HabitMatch::filled(std::string_view meant) const {
    std::string out;
    for (std::size_t i = 0; i < meant.size(); ++i) {
        if (meant[i] != '$') {
            out += meant[i];
            continue;
        }
        const auto which = static_cast<std::size_t>(meant[++i] - '1');
        out += captured_[which];
        if (i + 1 < meant.size() && meant[i + 1] == 's') {
            ++i;
            if (which == 0 || captured_[which - 1] != "1") out += 's';
        }
    }
    return out;
}

bool HabitMatch::take(std::string_view pattern) {
    const bool glued = pattern.starts_with('~');
    if (glued) pattern.remove_prefix(1);
    if (next_ >= tokens_.size()) return false;
    const auto& token = tokens_[next_];
    if (glued && !token.glued) return false;
    const bool is_variable = pattern.size() == 1 && pattern[0] >= 'A' && pattern[0] <= 'Z';
    auto value = is_variable ? capture(pattern[0], token) : std::nullopt;
    if (is_variable && !value) return false;
    if (!is_variable && (token.kind == Token::Kind::Quoted || lower(token.text) != pattern))
        return false;
    if (value) captured_.push_back(std::move(*value));
    next_ = pattern == "R" ? tokens_.size() : next_ + 1;
    return true;
}

std::optional<std::string> HabitMatch::capture(char variable, const Token& token) const {
    const std::string_view text = token.text;
    switch (variable) {
        case 'N':
            return if_true(is_number(token) && points_in(text) < 2, text);
        case 'T':
            return if_true(is_number(token) && has_size(text, 3) && may_be_grouped(), text);
        case 'M':
            return is_number(token) ? ungrouped(text) : std::nullopt;
        case 'D':
            return is_number(token) ? german_date(text) : std::nullopt;
        case 'U':
        case 'F':
            return unit(token, variable == 'F');
        case 'Q':
            return if_true(
                token.kind == Token::Kind::Quoted && text.find_first_of("\"\\") == text.npos, text);
        case 'K':
            return in_other_letters(token);
        case 'W':
            return if_true(token.kind == Token::Kind::Word && !is_reserved(text), text);
        default:
            return std::string(text_.substr(token.span.begin));
    }
}

// Before three digits of a thousand stand one to three others, not 0 alone.
bool HabitMatch::may_be_grouped() const {
    const auto& first = tokens_[first_].text;
    return first.size() <= 3 && first[0] != '0' && points_in(first) == 0;
}

std::optional<std::string> HabitMatch::in_other_letters(const Token& token) const {
    if (token.kind != Token::Kind::Word) return std::nullopt;
    auto low = lower(token.text);
    const bool call =
        next_ + 1 < tokens_.size() && tokens_[next_ + 1].glued && tokens_[next_ + 1].text == "(";
    return if_true(low != token.text && (call || is_reserved(low)), low);
}

}  // namespace colonnade::dsl
