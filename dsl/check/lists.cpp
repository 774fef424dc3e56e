// SPDX-License-Identifier: Apache-2.0
// Lists, their windows and conditions, and what can be told of them.
#include <fmt/format.h>

#include <map>

#include "dsl/check/checker.hpp"
#include "dsl/expr/ast.hpp"

namespace colonnade::dsl {

Checked Checker::in_last(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    auto what = check(ast.args.front(), scope);
    const auto& duration = ast_at(ast.args.back());
    if (what.is_error()) return what;
    if (duration.kind != AstKind::Duration || duration.number <= 0) {
        return error(Code::WrongType, duration.span,
                     fmt::format("found `{}`, expected a duration such as `12 weeks`",
                                 text_at(duration.span)));
    }
    const double window = literal_value(duration);
    if (what.is_value() && what.type.is_moment()) {
        const auto as_of = make(Op::AsOf, {Kind::Time}, {}, ast.span).node;
        const int length = constant(window, Kind::Duration, duration.span);
        const auto start = make(Op::Subtract, {Kind::Time}, {as_of, length}, ast.span);
        const auto after = make(Op::Greater, {Kind::YesNo}, {what.node, start.node}, ast.span);
        const auto before = make(Op::LessEqual, {Kind::YesNo}, {what.node, as_of}, ast.span);
        return make(Op::And, {Kind::YesNo}, {after.node, before.node}, ast.span);
    }
    if (what.is_value()) {
        const bool after_has = ast_at(ast.args.front()).kind == AstKind::Has;
        return error_with_meant(
            Code::WrongType, ast.span, fmt::format("`in last` after {}", what_it_is(what)),
            after_has ? "the window belongs to the list: `has (LIST in last 12 weeks)`"
                      : "the window belongs to the list: `count(LIST in last 12 weeks)`",
            duration.span);
    }
    auto& list_index = what.is_series() ? what.list : what.node;
    auto list = nodes_.at(list_index);
    const auto& fact = catalogue_.facts[static_cast<std::size_t>(list.fact)];
    if (list.number > 0) return error(Code::WrongType, ast.span, "a second window on one list");
    if (fact.at < 0) {
        return error(
            Code::WrongType, what.span,
            fmt::format("`{}` does not happen in time: its records have no `at`", fact.name));
    }
    list.number = window;
    list_index = narrowed(std::move(list), ast.span);
    return what;
}

// A list that is narrowed where the expression is written, though it may come from a define.
int Checker::narrowed(TypedNode list, Span span) {
    list.written = text_.written;
    list.span = span;
    return nodes_.add(std::move(list));
}

Checked Checker::where(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    auto what = check(ast.args.front(), scope);
    if (what.is_error()) return what;
    if (what.is_value()) {
        return error(Code::WrongType, what.span,
                     fmt::format("found {}, expected a list before `where`", what_it_is(what)));
    }
    auto& list_index = what.is_series() ? what.list : what.node;
    const int fact = nodes_.at(list_index).fact;
    const auto condition = value_of_kind(ast.args.back(), fact, Kind::YesNo);
    if (condition.is_error()) return condition;
    auto list = nodes_.at(list_index);
    int both = condition.node;
    if (!list.args.empty())
        both = make(Op::And, {Kind::YesNo}, {list.args.front(), both}, ast.span).node;
    list.args = {both};
    list_index = narrowed(std::move(list), ast.span);
    return what;
}

Checked Checker::list_of_argument(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    auto what = check(ast.args.front(), scope);
    if (what.is_error() || what.is_list()) return what;
    return error(Code::WrongArguments, what.span,
                 fmt::format("found {}, `{}` takes a list", what_it_is(what), ast.text));
}

// Aggregates are about the profile: a list inside `where` has its own elements.
Checked Checker::over_list(Op op, const AstNode& ast, const Checked& list) {
    const auto kind = op == Op::Rate ? Kind::Rate : Kind::Number;
    if (op == Op::Rate && nodes_.at(list.node).number <= 0) {
        return error(Code::NoWindow, list.span, "a rate of a list without a window",
                     "write `rate(… in last 12 weeks)`");
    }
    auto made = make(op, {kind}, {list.node}, ast.span);
    nodes_.items.back().scope = -1;
    return made;
}

Checked Checker::over_series(Op op, const AstNode& ast, Checked series) {
    if (series.is_error()) return series;
    if (!series.is_series()) {
        return error(
            Code::WrongArguments, series.span,
            fmt::format("found {}, `{}` takes a field of a list", what_it_is(series), ast.text),
            fmt::format("write `{}(LIST.FIELD)`", ast.text));
    }
    auto type = series.type;
    const bool countable = op == Op::Distinct || !(type.is(Kind::Text) || type.is(Kind::Category) ||
                                                   type.is(Kind::YesNo));
    const bool summable = !(op == Op::Sum || op == Op::ListMean) || !type.is_moment();
    if (!countable || !summable) {
        return error(Code::WrongType, series.span,
                     fmt::format("`{}` of {}", ast.text, what_it_is(series)));
    }
    if (op == Op::Distinct) type = {Kind::Number};
    auto made = make(op, type, {series.list, series.node}, ast.span);
    nodes_.items.back().scope = -1;
    return made;
}

// The whole that a share is of is the list before `where`. A condition that comes with that list,
// or with a define, would be part of the question and not of the whole.
Checked Checker::share_of(const AstNode& ast, const Checked& list) {
    const auto& argument = ast_at(ast.args.front());
    const auto& conditions = nodes_.at(list.node).args;
    if (conditions.empty()) {
        return error(Code::WrongArguments, list.span, "a share without a condition",
                     "write `share(LIST where CONDITION)`");
    }
    const auto& condition = nodes_.at(conditions.front());
    const bool joined = condition.op == Op::And && condition.span == argument.span;
    if (argument.kind != AstKind::Where || joined) {
        return error(Code::WrongArguments, list.span,
                     "a share of a list that has a condition already",
                     "divide what is counted: `count(LIST where CONDITION) / count(LIST)`");
    }
    auto made = make(Op::Share, {Kind::Share}, {list.node}, ast.span);
    nodes_.items.back().scope = -1;
    return made;
}

// latest, earliest and gap take a list, of which they mean `at`, or a field that is a date.
Checked Checker::over_moments(const AstNode& ast, Checked list) {
    if (list.is_error()) return list;
    if (list.is_list()) {
        const int fact = nodes_.at(list.node).fact;
        if (catalogue_.facts[static_cast<std::size_t>(fact)].at < 0) {
            return error(Code::WrongType, list.span,
                         "this list does not happen in time: its records have no `at`",
                         fmt::format("name the date that is meant: `{}(LIST.FIELD)`", ast.text));
        }
        auto at = *resolve("at", fact, list.span);
        at.list = list.node;
        at.span = list.span;
        list = at;
    }
    if (!list.is_series() || !list.type.is_moment()) {
        return error(Code::WrongArguments, list.span,
                     fmt::format("found {}, `{}` takes a list that happens in time",
                                 what_it_is(list), ast.text));
    }
    if (ast.text != "gap")
        return over_series(ast.text == "latest" ? Op::ListGreatest : Op::ListLeast, ast, list);
    auto made = make(Op::Gap, {Kind::Duration}, {list.list, list.node}, ast.span);
    nodes_.items.back().scope = -1;
    return made;
}

Checked Checker::aggregate(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    static const std::map<std::string, Op> of_lists{
        {"count", Op::Count}, {"rate", Op::Rate}, {"share", Op::Share}};
    static const std::map<std::string, Op> of_series{
        {"sum", Op::Sum},       {"average", Op::ListMean}, {"median", Op::Median},
        {"min", Op::ListLeast}, {"max", Op::ListGreatest}, {"distinct", Op::Distinct}};
    if (ast.args.size() != 1)
        return error(Code::WrongArguments, ast.span, fmt::format("`{}` takes one list", ast.text));
    if (const auto found = of_series.find(ast.text); found != of_series.end()) {
        return over_series(found->second, ast, check(ast.args.front(), scope));
    }
    if (!of_lists.contains(ast.text)) return over_moments(ast, check(ast.args.front(), scope));
    const auto list = list_of_argument(ast, scope);
    if (list.is_error()) return list;
    return ast.text == "share" ? share_of(ast, list) : over_list(of_lists.at(ast.text), ast, list);
}

}  // namespace colonnade::dsl
