// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/moved.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/text/edit.hpp"

namespace colonnade::dsl {
namespace {

using Tokens = std::vector<Token>;
constexpr std::size_t Nowhere = static_cast<std::size_t>(-1);
// `in last 12 weeks`
constexpr std::size_t WindowTokens = 4;

bool is_window(const Tokens& tokens, std::size_t at) {
    return at + WindowTokens <= tokens.size() && tokens[at].text == "in" &&
           tokens[at + 1].text == "last" && tokens[at + 2].kind == Token::Kind::Number &&
           tokens[at + 3].kind == Token::Kind::Word;
}

// The nearest token before `at` on its level of brackets for which `wanted` holds. Ends at the
// bracket around, which is asked for too.
template <class Wanted>
std::size_t before(const Tokens& tokens, std::size_t at, Wanted wanted) {
    std::size_t closed = 0;
    while (at-- > 0) {
        const auto text = tokens[at].text;
        if (text == ")") ++closed;
        if (closed == 0 && wanted(text)) return at;
        if (text == "(" && closed-- == 0) return Nowhere;
    }
    return Nowhere;
}

bool is_comparison(std::string_view text) {
    static constexpr auto Signs =
        std::to_array<std::string_view>({"<", "<=", ">", ">=", "=", "!="});
    return std::find(Signs.begin(), Signs.end(), text) != Signs.end();
}

bool ends_operand(std::string_view text) {
    static constexpr auto Words = std::to_array<std::string_view>(
        {"and", "or", "not", "in", ",", "if", "then", "else", "where"});
    return is_comparison(text) || std::find(Words.begin(), Words.end(), text) != Words.end();
}

// `a = b > c` may mean that `a` says whether `b > c`.
bool go_one_way(std::string_view first, std::string_view second) {
    return first.front() == second.front() && (first.front() == '<' || first.front() == '>');
}

// Takes the window that begins at `from` to the front of the token `to`.
std::string move_window(std::string_view text, const Tokens& tokens, std::size_t from,
                        std::size_t to) {
    const Span window{tokens[from - 1].span.end, tokens[from + WindowTokens - 1].span.end};
    std::string words(text.substr(tokens[from].span.begin, window.end - tokens[from].span.begin));
    const bool bracket = tokens[to].text == ")";
    words = bracket ? " " + words : words + " ";
    const auto place = tokens[to].span.begin;
    return apply_edits(text, {{window, ""}, {{place, place}, words}});
}

// `count(posts) in last 12 weeks`
std::optional<std::string> window_behind_bracket(std::string_view text, const Tokens& tokens,
                                                 std::size_t at) {
    for (std::size_t in = std::max<std::size_t>(at, WindowTokens) - WindowTokens; in <= at; ++in) {
        if (in == 0 || !is_window(tokens, in) || tokens[in - 1].text != ")") continue;
        const auto where =
            before(tokens, in - 1, [](auto word) { return word == "where" || word == "("; });
        if (where == Nowhere || where == 0) return std::nullopt;
        const bool has_where = tokens[where].text == "where";
        return move_window(text, tokens, in, has_where ? where : in - 1);
    }
    return std::nullopt;
}

// `posts where words > 3 in last 12 weeks`
std::optional<std::string> window_behind_condition(std::string_view text, const Tokens& tokens,
                                                   std::size_t at) {
    if (!is_window(tokens, at) || at == 0) return std::nullopt;
    const auto where = before(tokens, at, [](auto word) { return word == "where"; });
    if (where == Nowhere) return std::nullopt;
    return move_window(text, tokens, at, where);
}

// `1 < followers < 3`: the middle is said twice.
std::optional<std::string> chain(std::string_view text, const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size() || !is_comparison(tokens[at].text)) return std::nullopt;
    const auto first = before(tokens, at, ends_operand);
    if (first == Nowhere || first + 1 == at || !go_one_way(tokens[first].text, tokens[at].text))
        return std::nullopt;
    // `not` would then deny the first half alone.
    const auto left = before(tokens, first, ends_operand);
    if (left != Nowhere && tokens[left].text == "not") return std::nullopt;
    const auto begin = tokens[first + 1].span.begin;
    const auto end = tokens[at - 1].span.end;
    return apply_edits(text,
                       {{{end, end}, fmt::format(" and {}", text.substr(begin, end - begin))}});
}

// `kind not in (a, b)`
std::optional<std::string> not_before_in(std::string_view text, const Tokens& tokens,
                                         std::size_t at) {
    if (at == 0 || at + 1 >= tokens.size() || tokens[at].text != "not" ||
        tokens[at + 1].text != "in")
        return std::nullopt;
    std::size_t first = at - 1;
    if (tokens[first].kind != Token::Kind::Word) return std::nullopt;
    while (first >= 2 && tokens[first - 1].text == "." &&
           tokens[first - 2].kind == Token::Kind::Word)
        first -= 2;
    const auto begin = tokens[first].span.begin;
    return apply_edits(
        text, {{{begin, begin}, "not "}, {{tokens[at].span.begin, tokens[at + 1].span.begin}, ""}});
}

}  // namespace

std::optional<std::string> moved(std::string_view text, const Tokens& tokens, std::size_t at) {
    for (const auto move : {window_behind_bracket, window_behind_condition, chain, not_before_in}) {
        if (auto result = move(text, tokens, at)) return result;
    }
    return std::nullopt;
}

}  // namespace colonnade::dsl
