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
bool is_moment(Kind kind) {
    return kind == Kind::Date || kind == Kind::Time;
}

// The kind of a sum or difference, Error where there is none.
Kind added(Kind a, Kind b) {
    if (a == b && is_amount(a)) return a;
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
    if (is_plain(a) && is_amount(b)) return b;
    if (is_amount(a) && is_plain(b)) return a;
    if ((a == Kind::Rate && b == Kind::Duration) || (a == Kind::Duration && b == Kind::Rate))
        return Kind::Number;
    return Kind::Error;
}

Kind divided(Kind a, Kind b) {
    if (a == b && is_amount(a)) return Kind::Number;
    if (is_plain(a) && b == Kind::Duration) return Kind::Rate;
    if (is_amount(a) && is_plain(b)) return is_plain(a) ? Kind::Number : a;
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

// What to write instead of the other side of a comparison.
std::string help_beside(const Checked& a, const Checked& b, std::string_view other) {
    const auto& kind = a.type.kind;
    if (kind == Kind::Category && !b.type.is(Kind::Category)) {
        return fmt::format("its values, written without quotes: `{}`",
                           fmt::join(a.type.category->values, "`, `"));
    }
    if (!b.type.is(Kind::Number)) return {};
    if (other.empty())
        return kind == Kind::Rate ? "how often something happens is `rate(LIST in last …)`" : "";
    if (kind == Kind::Rate) return fmt::format("a rate has a unit: `{} per week`", other);
    if (kind == Kind::Duration) return fmt::format("a duration has a unit: `{} days`", other);
    return {};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
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
    const auto is_unknown = [&](const AstNode& ast) {
        return ast.kind == AstKind::Name && !resolves(ast.text, scope);
    };
    // Of two unknown names the first is reported: the second may well be a value of its category.
    if (is_unknown(a) && is_unknown(b)) return {value_at(left, scope), silent(b.span)};
    if (is_unknown(a)) {
        auto other = value_at(right, scope);
        auto value = other.type.is(Kind::Category) ? category_value(a, other.type, scope)
                                                   : value_at(left, scope);
        return {value, other};
    }
    auto value = value_at(left, scope);
    if (value.is_error() && is_unknown(b)) return {value, silent(b.span)};
    const bool names_value = value.type.is(Kind::Category) && b.kind == AstKind::Name;
    auto other = names_value ? category_value(b, value.type, scope) : value_at(right, scope);
    other.span = b.span;
    return {value, other};
}

Checked Checker::comparison(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    auto [a, b] = operands(ast.args[0], ast.args[1], scope);
    return compare(comparison_of(ast.kind), a, b, ast.span);
}

Checked Checker::compare(Op op, const Checked& a, const Checked& b, Span span) {
    if (a.is_error() || b.is_error()) return silent(span);
    if (op == Op::Contains) {
        if (a.type.is(Kind::Text) && b.type.is(Kind::Text))
            return make(op, {Kind::YesNo}, {a.node, b.node}, span);
        return error(Code::WrongType, span,
                     fmt::format("`contains` between {} and {}, expected two texts", what_it_is(a),
                                 what_it_is(b)));
    }
    const bool zero = is_literal_zero(a) || is_literal_zero(b);
    const bool amounts = is_amount(a.type.kind) && is_amount(b.type.kind);
    if (!can_be_compared(a.type, b.type) && !(zero && amounts)) {
        const bool categories = a.type.is(Kind::Category) && b.type.is(Kind::Category);
        return error(Code::WrongType, span,
                     fmt::format("{} compared with {}", what_it_is(a),
                                 categories ? "another one" : what_it_is(b)),
                     help_beside(a, b, number_at(b.span)) + help_beside(b, a, number_at(a.span)));
    }
    const bool orders = op != Op::Equal && op != Op::NotEqual;
    const bool has_order = a.type.is(Kind::Category)
                               ? a.type.category->ordered
                               : !a.type.is(Kind::Text) && !a.type.is(Kind::YesNo);
    if (orders && !has_order) {
        return error(Code::WrongType, span, fmt::format("{} has no order", what_it_is(a)),
                     "compare with `=` or `in (…)`");
    }
    if (a.type.is(Kind::Share)) warn_of_bare_share(b);
    if (b.type.is(Kind::Share)) warn_of_bare_share(a);
    return make(op, {Kind::YesNo}, {a.node, b.node}, span);
}

// The bare number written at `span`, empty where something else stands there.
std::string Checker::number_at(Span span) const {
    auto text = text_at(span);
    return std::all_of(text.begin(), text.end(), is_digit) ? text : "";
}

void Checker::warn_of_bare_share(const Checked& beside) {
    const auto& node = nodes_.at(beside.node);
    if (node.op != Op::Constant || !node.type.is(Kind::Number) || node.number <= 1) return;
    const auto written = text_at(beside.span);
    form_.report(Code::BareShare, form_.inside(*text_.scalar, beside.span),
                 fmt::format("a share compared with {}", written),
                 fmt::format("did you mean `{}%`?", written));
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
    if (low.is_error()) return low;
    const auto high = compare(Op::LessEqual, value, literal(ast_at(range.args.back())), ast.span);
    if (high.is_error()) return high;
    return make(Op::And, {Kind::YesNo}, {low.node, high.node}, ast.span);
}

Checked Checker::arithmetic(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    std::vector<Checked> parts;
    for (const int arg : ast.args)
        parts.push_back(value_at(arg, scope));
    for (const auto& part : parts) {
        if (part.is_error()) return part;
    }
    if (ast.kind == AstKind::Negate) return negated(ast, parts.front());
    const auto [op, result] = arithmetic_of(ast.kind);
    const bool sum = op == Op::Add || op == Op::Subtract;
    std::vector<int> args{parts.front().node};
    Kind so_far = parts.front().type.kind;
    bool zero_so_far = is_literal_zero(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Kind other = parts[i].type.kind;
        const bool zero = is_literal_zero(parts[i]);
        Kind next = result(so_far, other);
        if (sum && zero_so_far && is_amount(other)) next = other;
        if (sum && zero && is_amount(so_far)) next = so_far;
        if (next == Kind::Error) {
            return error(Code::WrongType, ast.span,
                         fmt::format("{} {} {}", with_article(so_far), sign_of(ast.kind),
                                     what_it_is(parts[i])));
        }
        so_far = next;
        zero_so_far = zero_so_far && zero;
        args.push_back(parts[i].node);
    }
    return make(op, {so_far}, std::move(args), ast.span);
}

Checked Checker::negated(const AstNode& ast, const Checked& part) {
    if (!is_amount(part.type.kind))
        return error(Code::WrongType, ast.span, fmt::format("`-` before {}", what_it_is(part)));
    const int zero = constant(0, part.type.kind, ast.span);
    return make(Op::Subtract, part.type, {zero, part.node}, ast.span);
}

Checked Checker::presence(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    auto part = check(ast.args.front(), scope);
    if (part.is_error()) return part;
    if (part.is_series()) {
        return error(Code::WrongType, part.span,
                     fmt::format("found {}, expected a fact", what_it_is(part)));
    }
    if (part.is_list()) part = make(Op::NotEmpty, {Kind::YesNo}, {part.node}, ast.span);
    if (ast.kind == AstKind::Known) return make(Op::Known, {Kind::YesNo}, {part.node}, ast.span);
    if (part.type.is(Kind::YesNo)) return part;
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
        if (same || (is_literal_zero(part) && is_amount(type.kind))) continue;
        if (is_plain(type.kind) && is_plain(part.type.kind)) {
            type = {Kind::Number};
        } else if (type.is_moment() && part.type.is_moment()) {
            type = {Kind::Time};
        } else {
            const bool categories = type.is(Kind::Category) && part.type.is(Kind::Category);
            error(Code::WrongType, part.span,
                  categories ? "found another category than before"
                             : fmt::format("found {}, expected {} as before", what_it_is(part),
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
