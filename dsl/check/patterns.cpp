// SPDX-License-Identifier: Apache-2.0
// `matches`: its pattern stands in the rulebook as it is, so it is checked and compiled before any
// profile is read.
#include <fmt/format.h>

#include "dsl/check/checker.hpp"
#include "dsl/expr/text_literal.hpp"

namespace colonnade::dsl {

Checked Checker::matches(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    const auto text = value_at(ast.args.front(), scope);
    const auto& literal = ast_at(ast.args.back());
    if (literal.kind != AstKind::Text) {
        return error(Code::Pattern, literal.span,
                     fmt::format("found `{}`, expected a pattern in quotes", text_at(literal.span)),
                     "a text that is not known before is found by `contains`");
    }
    const auto pattern = pattern_of(literal);
    if (text.is_error() || !pattern) return silent(ast.span);
    if (!text.type.is(Kind::Text)) {
        return error(Code::WrongType, text.span,
                     fmt::format("found {}, expected a text before `matches`", what_it_is(text)));
    }
    auto made = make(Op::Matches, {Kind::YesNo}, {text.node}, ast.span);
    nodes_.items.back().text = literal.text;
    nodes_.items.back().pattern = *pattern;
    return made;
}

// Nothing after a finding. Equal patterns are compiled once.
std::optional<Pattern> Checker::pattern_of(const AstNode& literal) {
    const auto known = patterns_.find(literal.text);
    if (known != patterns_.end()) return known->second;
    if (patterns_.size() >= MostPatterns) {
        error(Code::LimitExceeded, literal.span,
              fmt::format("more than {} different patterns in one rulebook", MostPatterns));
        return std::nullopt;
    }
    auto read = Pattern::read(literal.text);
    if (const auto* problem = std::get_if<PatternProblem>(&read)) {
        const auto written = text_at(literal.span);
        const auto quote = written.find('"');  // not at 0 where brackets stand around it
        const auto place = [&](std::size_t at) {
            const auto inside = quote + place_in_literal(written.substr(quote), at);
            return literal.span.begin + static_cast<std::uint32_t>(inside);
        };
        error(problem->limit ? Code::LimitExceeded : Code::Pattern,
              {place(problem->begin), place(problem->end)}, problem->message, problem->help);
        return std::nullopt;
    }
    return patterns_.emplace(literal.text, std::get<Pattern>(read)).first->second;
}

}  // namespace colonnade::dsl
