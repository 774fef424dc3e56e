// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/typed_instead.hpp"

#include <algorithm>

#include "dsl/expr/habit_match.hpp"
#include "dsl/expr/habits.hpp"
#include "dsl/expr/moved.hpp"
#include "dsl/expr/tokens.hpp"
#include "dsl/text/edit.hpp"

namespace colonnade::dsl {
namespace {

using Tokens = std::vector<Token>;

// A text with more habits than this is guessed at by nobody.
constexpr std::size_t MostRewritings = 16;
// The longest row of the table, in tokens.
constexpr std::size_t LongestRow = 6;

struct Found {
    const Habit* habit = nullptr;
    Span span;
    std::string meant;
};

bool is_inside_brackets(const Tokens& tokens, std::size_t at) {
    std::ptrdiff_t open = 0;
    for (std::size_t i = 0; i < at; ++i)
        open += tokens[i].text == "(" ? 1 : tokens[i].text == ")" ? -1 : 0;
    return open > 0;
}

// The token at the problem, or behind the last one.
std::size_t token_at(const Tokens& tokens, Span problem) {
    const auto at = std::find_if(tokens.begin(), tokens.end(),
                                 [&](const auto& token) { return token.span.end > problem.begin; });
    return static_cast<std::size_t>(at - tokens.begin());
}

// Right already: `last 12 weeks` behind `in`.
bool is_said_by(const Token& before, const Habit& habit) {
    return habit.meant.substr(0, habit.meant.find(' ')) == before.text &&
           !habit.typed.starts_with(before.text);
}

// The first row that fits at the problem or ends right before it.
std::optional<Found> find_habit(std::string_view text, const Tokens& tokens, std::size_t at,
                                Habit::Where where, const IsTextName& is_text_name) {
    const auto earliest = at - std::min(at, LongestRow);
    for (const auto& habit : habits()) {
        if (habit.where != Habit::Where::Both && habit.where != where) continue;
        for (auto first = earliest; first <= at && first < tokens.size(); ++first) {
            HabitMatch match(tokens, text, first);
            if (!match.fits(habit.typed) || match.end() < at) continue;
            if (first > 0 && is_said_by(tokens[first - 1], habit)) continue;
            if (habit.outside_brackets && is_inside_brackets(tokens, first)) continue;
            if (habit.after_text_field && (first == 0 || !is_text_name(tokens[first - 1].text)))
                continue;
            return Found{&habit, match.span(), match.filled(habit.meant)};
        }
    }
    return std::nullopt;
}

// Blanks where two words would run together.
std::string put_in(std::string_view text, const Found& found) {
    auto words = found.meant;
    const auto begin = found.span.begin;
    const auto end = found.span.end;
    if (begin > 0 && is_word_byte(text[begin - 1]) && is_word_byte(words.front()))
        words.insert(0, 1, ' ');
    if (end < text.size() && is_word_byte(text[end]) && is_word_byte(words.back())) words += ' ';
    return apply_edits(text, {{found.span, words}});
}

std::optional<std::string> rewritten(std::string_view text, Span problem, Habit::Where where,
                                     const IsTextName& is_text_name) {
    const auto tokens = tokens_of(text);
    const auto at = token_at(tokens, problem);
    if (where == Habit::Where::Expressions) {
        if (auto result = moved(text, tokens, at)) return result;
    }
    const auto found = find_habit(text, tokens, at, where, is_text_name);
    if (!found || found->habit->meant.empty()) return std::nullopt;
    return put_in(text, *found);
}

std::optional<SyntaxProblem> problem_of(std::string_view text, Habit::Where where) {
    const auto in = [](auto&& parsed) -> std::optional<SyntaxProblem> {
        const auto* problem = std::get_if<SyntaxProblem>(&parsed);
        return problem == nullptr ? std::nullopt : std::optional(*problem);
    };
    return where == Habit::Where::Values ? in(parse_target(text)) : in(parse_expression(text));
}

std::optional<std::string> meant_by(std::string_view typed, Span problem, Habit::Where where,
                                    const IsTextName& is_text_name) {
    std::string text(typed);
    for (std::size_t i = 0; i < MostRewritings; ++i) {
        auto next = rewritten(text, problem, where, is_text_name);
        if (!next || *next == text) return std::nullopt;
        text = std::move(*next);
        const auto rest = problem_of(text, where);
        if (!rest) return text;
        if (rest->limit) return std::nullopt;
        problem = rest->span;
    }
    return std::nullopt;
}

std::string_view help_at(std::string_view typed, Span problem, Habit::Where where) {
    const auto tokens = tokens_of(typed);
    const auto found =
        find_habit(typed, tokens, token_at(tokens, problem), where, [](auto) { return true; });
    return found ? found->habit->help : std::string_view();
}

}  // namespace

std::optional<std::string> expression_meant_by(std::string_view typed, Span problem,
                                               const IsTextName& is_text_name) {
    return meant_by(typed, problem, Habit::Where::Expressions, is_text_name);
}

std::optional<std::string> value_meant_by(std::string_view typed, Span problem) {
    return meant_by(typed, problem, Habit::Where::Values, [](auto) { return false; });
}

bool is_maybe_thousands(std::string_view number) {
    const auto point = number.find('.');
    if (point == number.npos || point == 0 || point > 3 || number.size() != point + 4) return false;
    return number.find_first_not_of("0123456789", point + 1) == number.npos &&
           number.front() != '0' && number.back() == '0';
}

std::string_view help_in_expression(std::string_view typed, Span problem) {
    return help_at(typed, problem, Habit::Where::Expressions);
}

std::string_view help_in_value(std::string_view typed, Span problem) {
    return help_at(typed, problem, Habit::Where::Values);
}

}  // namespace colonnade::dsl
