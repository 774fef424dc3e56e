// SPDX-License-Identifier: Apache-2.0
// Logic, comparisons, arithmetic with units, presence and choice.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/checker.hpp"

namespace colonnade::dsl {
namespace {

std::string_view sign_of(AstKind kind) {
    switch (kind) {
        case AstKind::Add:
            return "+";
        case AstKind::Subtract:
            return "-";
        case AstKind::Multiply:
            return "*";
        default:
            return "/";
    }
}

bool is_plain(Kind kind) {
    return kind == Kind::Number || kind == Kind::Share;
}
bool has_amount(Kind kind) {
    return is_plain(kind) || kind == Kind::Duration || kind == Kind::Rate;
}
bool is_moment(Kind kind) {
    return kind == Kind::Date || kind == Kind::Time;
}

// The kind of a sum or difference, Error where there is none.
Kind added(Kind a, Kind b) {
    if (a == b && has_amount(a)) return a;
    if (is_plain(a) && is_plain(b)) return Kind::Number;
    if (is_moment(a) && b == Kind::Duration) return Kind::Time;
    if (a == Kind::Duration && is_moment(b)) return Kind::Time;
    return Kind::Error;
}

Kind subtracted(Kind a, Kind b) {
    if (is_moment(a) && is_moment(b)) return Kind::Duration;
    if (a == Kind::Duration && is_moment(b)) return Kind::Error;
    return added(a, b);
}

Kind multiplied(Kind a, Kind b) {
    if (a == Kind::Share && b == Kind::Share) return Kind::Share;
    if (is_plain(a) && is_plain(b)) return Kind::Number;
    if (is_plain(a) && has_amount(b)) return b;
    if (has_amount(a) && is_plain(b)) return a;
    if ((a == Kind::Rate && b == Kind::Duration) || (a == Kind::Duration && b == Kind::Rate))
        return Kind::Number;
    return Kind::Error;
}

Kind divided(Kind a, Kind b) {
    if (a == b && has_amount(a)) return Kind::Number;
    if (is_plain(a) && b == Kind::Duration) return Kind::Rate;
    if (has_amount(a) && is_plain(b)) return is_plain(a) ? Kind::Number : a;
    return Kind::Error;
}

struct Arithmetic {
    Op op;
    Kind (*result)(Kind, Kind);
};

Arithmetic arithmetic_of(AstKind kind) {
    switch (kind) {
        case AstKind::Add:
            return {Op::Add, added};
        case AstKind::Subtract:
            return {Op::Subtract, subtracted};
        case AstKind::Multiply:
            return {Op::Multiply, multiplied};
        default:
            return {Op::Divide, divided};
    }
}

bool can_be_compared(const Type& a, const Type& b) {
    if (a.is(Kind::Category) || b.is(Kind::Category)) return a.category == b.category;
    return a.kind == b.kind || (is_plain(a.kind) && is_plain(b.kind)) ||
           (a.is_moment() && b.is_moment());
}

Op comparison_of(AstKind kind) {
    switch (kind) {
        case AstKind::Equal:
            return Op::Equal;
        case AstKind::NotEqual:
            return Op::NotEqual;
        case AstKind::Less:
            return Op::Less;
        case AstKind::LessEqual:
            return Op::LessEqual;
        case AstKind::Greater:
            return Op::Greater;
        case AstKind::GreaterEqual:
            return Op::GreaterEqual;
        default:
            return Op::Contains;
    }
}

}  // namespace

Checked Checker::logic(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    std::vector<int> parts;
    bool whole = true;
    for (const int arg : ast.args) {
        const auto part = value_of_kind(arg, scope, Kind::YesNo);
        whole = whole && part.type.is(Kind::YesNo);
        parts.push_back(part.node);
    }
    if (!whole) return silent(ast.span);
    const auto op = ast.kind == AstKind::Not   ? Op::Not
                    : ast.kind == AstKind::And ? Op::And
                                               : Op::Or;
    return make(op, {Kind::YesNo}, std::move(parts), ast.span);
}

// A bare name against a category is first one of its values.
std::pair<Checked, Checked> Checker::operands(int left, int right,
                                              int scope) {  // NOLINT(misc-no-recursion)
    const auto& a = ast_at(left);
    const auto& b = ast_at(right);
    if (a.kind == AstKind::Name && !resolves(a.text, scope)) {
        auto other = value_at(right, scope);
        auto value = other.type.is(Kind::Category) ? category_value(a, other.type, scope)
                                                   : value_at(left, scope);
        return {value, other};
    }
    auto value = value_at(left, scope);
    const bool names_value = value.type.is(Kind::Category) && b.kind == AstKind::Name;
    auto other = names_value ? category_value(b, value.type, scope) : value_at(right, scope);
    other.span = b.span;
    return {value, other};
}

Checked Checker::comparison(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    auto [a, b] = operands(ast.args[0], ast.args[1], scope);
    return compare(comparison_of(ast.kind), a, b, ast.span);
}

Checked Checker::compare(Op op, Checked a, Checked b, Span span) {
    if (a.is_error() || b.is_error()) return silent(span);
    if (op == Op::Contains) {
        if (a.type.is(Kind::Text) && b.type.is(Kind::Text))
            return make(op, {Kind::YesNo}, {a.node, b.node}, span);
        return error(Code::WrongType, span,
                     fmt::format("`contains` between {} and {}, expected two texts", what_it_is(a),
                                 what_it_is(b)));
    }
    const bool zero = is_literal_zero(a) || is_literal_zero(b);
    const bool amounts = !a.type.is(Kind::Text) && !b.type.is(Kind::Text) &&
                         !a.type.is(Kind::Category) && !b.type.is(Kind::Category);
    if (!can_be_compared(a.type, b.type) && !(zero && amounts)) {
        return error(Code::WrongType, span,
                     fmt::format("{} compared with {}", what_it_is(a), what_it_is(b)));
    }
    const bool orders = op != Op::Equal && op != Op::NotEqual;
    const bool has_order = a.type.is(Kind::Category)
                               ? a.type.category->ordered
                               : !a.type.is(Kind::Text) && !a.type.is(Kind::YesNo);
    if (orders && !has_order) {
        return error(Code::WrongType, span, fmt::format("{} has no order", what_it_is(a)),
                     "compare with `=` or `in (…)`");
    }
    const auto& right = nodes_.at(b.node);
    if (a.type.is(Kind::Share) && right.op == Op::Constant && right.type.is(Kind::Number) &&
        right.number > 1) {
        form_.report(Code::BareShare, form_.inside(*text_.scalar, b.span),
                     fmt::format("a share compared with {}", text_at(b.span)),
                     fmt::format("did you mean `{}%`?", text_at(b.span)));
    }
    return make(op, {Kind::YesNo}, {a.node, b.node}, span);
}

Checked Checker::in_set(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    const auto value = value_at(ast.args.front(), scope);
    if (value.is_error()) return value;
    std::vector<int> equals;
    bool whole = true;
    for (std::size_t i = 1; i < ast.args.size(); ++i) {
        const auto& part = ast_at(ast.args[i]);
        const bool names_value = value.type.is(Kind::Category) && part.kind == AstKind::Name;
        const auto member =
            names_value ? category_value(part, value.type, scope) : value_at(ast.args[i], scope);
        const auto equal = compare(Op::Equal, value, member, part.span);
        whole = whole && !equal.is_error();
        equals.push_back(equal.node);
    }
    if (!whole) return silent(ast.span);
    return make(Op::Or, {Kind::YesNo}, std::move(equals), ast.span);
}

Checked Checker::in_range(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    const auto value = value_at(ast.args.front(), scope);
    const auto& range = ast_at(ast.args.back());
    if (value.is_error()) return value;
    if (range.kind != AstKind::Range) {
        return error(Code::ExpressionSyntax, range.span,
                     fmt::format("found `{}`, expected a set or a range", text_at(range.span)),
                     "a set is `(a, b)`, a range `2..3`");
    }
    const auto low =
        compare(Op::GreaterEqual, value, literal(ast_at(range.args.front())), ast.span);
    const auto high = compare(Op::LessEqual, value, literal(ast_at(range.args.back())), ast.span);
    if (low.is_error() || high.is_error()) return silent(ast.span);
    return make(Op::And, {Kind::YesNo}, {low.node, high.node}, ast.span);
}

Checked Checker::arithmetic(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    std::vector<Checked> parts;
    if (ast.kind == AstKind::Negate)
        parts.push_back({{Kind::Number}, constant(0, Kind::Number, ast.span), -1, ast.span});
    for (const int arg : ast.args)
        parts.push_back(value_at(arg, scope));
    for (const auto& part : parts) {
        if (part.is_error()) return part;
    }
    const auto kind = ast.kind == AstKind::Negate ? AstKind::Subtract : ast.kind;
    const auto [op, result] = arithmetic_of(kind);
    std::vector<int> args{parts.front().node};
    Kind so_far = is_literal_zero(parts.front()) && op == Op::Subtract ? parts.back().type.kind
                                                                       : parts.front().type.kind;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Kind next = result(so_far, parts[i].type.kind);
        if (next == Kind::Error) {
            return error(
                Code::WrongType, ast.span,
                fmt::format("{} {} {}", with_article(so_far), sign_of(kind), what_it_is(parts[i])));
        }
        so_far = next;
        args.push_back(parts[i].node);
    }
    return make(op, {so_far}, std::move(args), ast.span);
}

Checked Checker::presence(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    auto part = check(ast.args.front(), scope);
    if (part.is_error()) return part;
    if (part.is_series()) {
        return error(Code::WrongType, part.span,
                     fmt::format("found {}, expected a fact", what_it_is(part)));
    }
    if (part.is_list()) part = make(Op::Count, {Kind::Number}, {part.node}, ast.span);
    if (ast.kind == AstKind::Known) return make(Op::Known, {Kind::YesNo}, {part.node}, ast.span);
    if (part.type.is(Kind::YesNo)) return part;
    if (nodes_.at(part.node).op == Op::Count) {
        return make(Op::Greater, {Kind::YesNo}, {part.node, constant(0, Kind::Number, ast.span)},
                    ast.span);
    }
    if (part.type.is(Kind::Text)) {
        const auto length = make(Op::Length, {Kind::Number}, {part.node}, ast.span);
        return make(Op::Greater, {Kind::YesNo}, {length.node, constant(0, Kind::Number, ast.span)},
                    ast.span);
    }
    return make(Op::Present, {Kind::YesNo}, {part.node}, ast.span);
}

// The type that all parts share, Error among them aside; a literal 0 fits every unit.
std::optional<Type> Checker::common_type(std::vector<Checked>& parts) {
    const bool zero_first = parts.size() > 1 && is_literal_zero(parts.front());
    Type type = zero_first ? parts[1].type : parts.front().type;
    for (auto& part : parts) {
        const bool same = type.is(Kind::Category) ? type.category == part.type.category
                                                  : type.kind == part.type.kind;
        if (same || is_literal_zero(part)) continue;
        if (is_plain(type.kind) && is_plain(part.type.kind)) {
            type = {Kind::Number};
        } else if (type.is_moment() && part.type.is_moment()) {
            type = {Kind::Time};
        } else {
            error(Code::WrongType, part.span,
                  fmt::format("found {}, expected {} as before", what_it_is(part),
                              with_article(type.kind)));
            return std::nullopt;
        }
    }
    return type;
}

Checked Checker::choice(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    std::vector<int> args;
    std::vector<Checked> parts;
    const bool is_if = ast.kind == AstKind::If;
    if (is_if) {
        const auto condition = value_of_kind(ast.args.front(), scope, Kind::YesNo);
        if (condition.is_error()) return condition;
        args.push_back(condition.node);
    }
    for (std::size_t i = is_if ? 1 : 0; i < ast.args.size(); ++i) {
        parts.push_back(value_at(ast.args[i], scope));
        if (parts.back().is_error()) return parts.back();
        args.push_back(parts.back().node);
    }
    const auto type = common_type(parts);
    if (!type) return silent(ast.span);
    if (type->is(Kind::Text))
        return error(Code::WrongType, ast.span, "a choice between texts", "choose between values");
    return make(is_if ? Op::If : Op::FirstKnown, *type, std::move(args), ast.span);
}

}  // namespace colonnade::dsl
