// SPDX-License-Identifier: Apache-2.0
// Text of the language in, syntax out. Each function reads the whole text or gives a problem with
// its place in that text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "dsl/expr/ast.hpp"

namespace colonnade::dsl {

// Longer than any expression that a person can read; keeps the parser's stack small.
inline constexpr std::size_t MostExpressionBytes = 4 * 1024;
// Brackets in brackets, runs of `not` and `-`, `if` in `if`. An eighth of what overflows the stack
// under sanitizers.
inline constexpr std::size_t MostExpressionDepth = 64;
inline constexpr std::size_t MostExpressionNodes = 2'000;

// True for the words of the grammar, which cannot be names.
[[nodiscard]] bool is_reserved(std::string_view word);

struct SyntaxProblem {
    bool limit = false;  // a bound was exceeded, rather than the grammar
    Span span;
    std::string message;
    std::string help;
};

// An expression, or a list with `where` as aggregates and `define` take it.
[[nodiscard]] std::variant<Ast, SyntaxProblem> parse_expression(std::string_view text);

// The value of `full:`, `none:`, a step or a point: one literal, with ranges and `or more`.
struct Target {
    enum class Form { Exactly, OrMore, OrLess, Between };
    Form form = Form::Exactly;
    Ast ast;  // root: a literal, or a Range for Between
};
[[nodiscard]] std::variant<Target, SyntaxProblem> parse_target(std::string_view text);

// `30 minutes`, `90 minutes per week`, `5 minutes each`.
struct Effort {
    enum class Per { Once, Week, Each };
    double minutes = 0;  // once, a week, or for each thing that is missing
    Per per = Per::Once;
};
[[nodiscard]] std::variant<Effort, SyntaxProblem> parse_effort(std::string_view text);

}  // namespace colonnade::dsl
