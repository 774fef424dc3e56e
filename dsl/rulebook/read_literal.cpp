// SPDX-License-Identifier: Apache-2.0
// Values of curves: literals that must fit the unit of the measure.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/expr/typed_instead.hpp"
#include "dsl/form/rewrite.hpp"
#include "dsl/rulebook/read_parts.hpp"

namespace colonnade::dsl {
namespace {

Kind kind_of(const AstNode& literal) {
    switch (literal.kind) {
        case AstKind::Share:
            return Kind::Share;
        case AstKind::Duration:
            return Kind::Duration;
        case AstKind::Rate:
            return Kind::Rate;
        case AstKind::Date:
            return Kind::Date;
        default:
            return Kind::Number;
    }
}

bool fits(const AstNode& literal, Kind kind) {
    const auto own = kind_of(literal);
    if (own == kind || (literal.kind == AstKind::Number && literal.number == 0)) return true;
    if (own == Kind::Date && kind == Kind::Time) return true;
    return (own == Kind::Share && kind == Kind::Number) ||
           (own == Kind::Number && kind == Kind::Share);
}

// The digits of a literal as they stand in the text.
std::string_view number_of(std::string_view text, const AstNode& literal) {
    const auto number = text.substr(literal.span.begin);
    const auto end = std::min(number.find_first_not_of("0123456789."), number.size());
    const auto range = number.find("..");
    return number.substr(0, std::min(end, range));
}

std::string_view example_of(Kind kind) {
    switch (kind) {
        case Kind::Share:
            return "60%";
        case Kind::Duration:
            return "3 days";
        case Kind::Rate:
            return "2 per week";
        case Kind::Date:
        case Kind::Time:
            return "2026-01-31";
        default:
            return "5";
    }
}

bool is_single(const std::variant<Target, SyntaxProblem>& parsed) {
    const auto* target = std::get_if<Target>(&parsed);
    return target != nullptr && target->form == Target::Form::Exactly;
}

void report_syntax(const Form& form, const Node& node, const SyntaxProblem& problem) {
    if (problem.limit) {
        form.report(Code::LimitExceeded, form.inside(node, problem.span), problem.message,
                    problem.help);
        return;
    }
    const auto place = form.inside(node, problem.span);
    if (const auto meant = value_meant_by(node.text, problem.span)) {
        form.report(Code::ExpressionSyntax, place, problem.message,
                    fmt::format("write `{}`", *meant), {},
                    rewrite(*form.source_of(node.span), node, *meant));
        return;
    }
    const auto help = help_in_value(node.text, problem.span);
    form.report(Code::ExpressionSyntax, place, problem.message,
                help.empty() ? problem.help : std::string(help));
}

// A literal that fits, whatever its size.
std::optional<Literal> fitting(const Form& form, const Node& node, const Target& target,
                               Kind kind) {
    const auto& text = node.text;
    const auto& root = target.ast.at(target.ast.root);
    const bool range = target.form == Target::Form::Between;
    const auto& low = range ? target.ast.at(root.args[0]) : root;
    const auto& high = range ? target.ast.at(root.args[1]) : root;
    if (!fits(low, kind) || !fits(high, kind)) {
        form.report(
            Code::WrongType, node.span,
            fmt::format("found {}, expected {}", with_article(kind_of(high)), with_article(kind)),
            fmt::format("write it like `{}`", example_of(kind)));
        return std::nullopt;
    }
    for (const auto* end : {&low, &high}) {
        const auto number = number_of(text, *end);
        if (is_maybe_thousands(number)) {
            warn_of_thousands(form, node.span, number);
            break;
        }
    }
    const Literal literal{target.form, literal_value(low), literal_value(high), display_of(high)};
    if (range && literal.low >= literal.high) {
        form.report(Code::CurveForm, node.span, "the range ends before it begins",
                    "write the smaller value first");
        return std::nullopt;
    }
    return literal;
}

std::optional<Literal> read_fitting(const Form& form, const Node& node, Span key, Kind kind) {
    const auto& text = read_filled_text(form, node, key);
    if (text.empty()) return std::nullopt;
    const auto parsed = parse_target(text);
    if (const auto* target = std::get_if<Target>(&parsed))
        return fitting(form, node, *target, kind);
    report_syntax(form, node, std::get<SyntaxProblem>(parsed));
    return std::nullopt;
}

// What was probably meant by a bare number above 1 as a share.
std::string percent_meant_by(const Literal& literal) {
    if (literal.display.as_share || literal.high <= 1) return {};
    switch (literal.form) {
        case Target::Form::OrMore:
            return fmt::format("did you mean `{}% or more`?", literal.low);
        case Target::Form::OrLess:
            return fmt::format("did you mean `{}% or less`?", literal.low);
        case Target::Form::Between:
            return fmt::format("did you mean `{}..{}%`?", literal.low, literal.high);
        default:
            return fmt::format("did you mean `{}%`?", literal.low);
    }
}

std::optional<Literal> warned_of_bare(const Form& form, const Node& node, Kind kind,
                                      std::optional<Literal> literal) {
    if (!literal || kind != Kind::Share) return literal;
    if (auto help = percent_meant_by(*literal); !help.empty()) {
        form.report(Code::BareShare, node.span, fmt::format("a share of {}", node.text),
                    std::move(help));
    }
    return literal;
}

std::optional<Literal> read_single(const Form& form, const Node& node, Span key, Kind kind) {
    const auto& text = read_filled_text(form, node, key);
    if (text.empty()) return std::nullopt;
    const auto parsed = parse_target(text);
    if (is_single(parsed)) return fitting(form, node, std::get<Target>(parsed), kind);
    std::string_view help;
    if (const auto* problem = std::get_if<SyntaxProblem>(&parsed)) {
        const auto meant = value_meant_by(text, problem->span);
        if (problem->limit || (meant && is_single(parse_target(*meant)))) {
            report_syntax(form, node, *problem);
            return std::nullopt;
        }
        if (!meant) help = help_in_value(text, problem->span);
    }
    form.report(Code::WrongValue, node.span,
                fmt::format("found `{}`, expected {} such as `{}`", text, with_article(kind),
                            example_of(kind)),
                std::string(help));
    return std::nullopt;
}

}  // namespace

Display display_of(const AstNode& literal) {
    const bool has_unit = literal.kind == AstKind::Duration || literal.kind == AstKind::Rate;
    return {literal.unit, has_unit, literal.per, literal.kind == AstKind::Share};
}

std::optional<Literal> read_literal(const Form& form, const Node& node, Span key, Kind kind) {
    return warned_of_bare(form, node, kind, read_fitting(form, node, key, kind));
}

std::optional<Literal> read_single_literal(const Form& form, const Node& node, Span key,
                                           Kind kind) {
    return warned_of_bare(form, node, kind, read_single(form, node, key, kind));
}

double read_share(const Form& form, const Node& node, Span key) {
    const auto literal = read_single(form, node, key, Kind::Share);
    if (!literal) return 0;
    if (literal->low <= 1) return literal->low;
    form.report(Code::WrongValue, node.span,
                fmt::format("found `{}`, expected a share from 0% to 100%", node.text),
                percent_meant_by(*literal));
    return 0;
}

}  // namespace colonnade::dsl
