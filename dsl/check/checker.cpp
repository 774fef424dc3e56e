// SPDX-License-Identifier: Apache-2.0
#include "dsl/check/checker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dsl/expr/parse.hpp"
#include "dsl/expr/typed_instead.hpp"
#include "dsl/form/rewrite.hpp"

namespace colonnade::dsl {

std::string what_it_is(const Checked& checked) {
    if (checked.is_series())
        return fmt::format("{} for each element of a list", with_article(checked.type.kind));
    return with_article(checked.type.kind);
}

Checker::Checker(const Form& form, const Catalogue& catalogue, TypedNodes& nodes,
                 std::vector<WordList>& lists, const FindWords& find_words)
    : form_(form), catalogue_(catalogue), nodes_(nodes), lists_(lists), find_words_(find_words) {}

std::optional<Checked> Checker::value(const Node& scalar) {
    auto checked = whole(scalar);
    if (checked.is_error()) return std::nullopt;
    if (checked.is_value()) return checked;
    error(Code::WrongType, checked.span,
          fmt::format("found {}, expected a value", what_it_is(checked)),
          checked.is_list() ? "how many are they? `count(…)`"
                            : "use an aggregate such as `average(…)`");
    return std::nullopt;
}

std::optional<Checked> Checker::condition(const Node& scalar) {
    auto checked = value(scalar);
    if (!checked || checked->type.is(Kind::YesNo)) return checked;
    error(Code::WrongType, checked->span,
          fmt::format("found {}, expected a yes/no", what_it_is(*checked)),
          "compare it with something, for instance `… >= 1`");
    return std::nullopt;
}

std::optional<Checked> Checker::refused() {
    if (catalogue_.refused.empty()) return std::nullopt;
    const auto size = text_.scalar == nullptr ? 0 : text_.scalar->text.size();
    auto open = make(Op::Refused, {Kind::Number}, {}, {0, static_cast<std::uint32_t>(size)});
    open.written = text_.written;
    nodes_.items.back().text = catalogue_.refused;
    return open;
}

const AstNode* Checker::compared_literal() const {
    const auto& ast = text_.ast;
    if (ast.root < 0) return nullptr;
    const auto& root = ast.at(ast.root);
    const bool comparison = root.kind >= AstKind::Equal && root.kind <= AstKind::GreaterEqual;
    return comparison ? &ast.at(root.args.back()) : nullptr;
}

void Checker::prepare_define(const std::string& name, const Node& scalar) {
    definitions_[name].scalar = &scalar;
}

Checked Checker::define(const std::string& name) {
    auto& definition = definitions_.at(name);
    if (definition.result) return *definition.result;
    if (open_defines_ >= MostDefineDepth) {
        form_.report(Code::LimitExceeded, definition.scalar->span,
                     fmt::format("names defined by names, more than {} levels", MostDefineDepth));
        definition.result = silent({});
        return silent({});
    }
    if (definition.in_progress) {
        form_.report(Code::DefineCycle, definition.scalar->span,
                     fmt::format("`{}` is defined by itself", name),
                     "one of the names in the circle needs a definition of its own");
        return silent({});
    }
    definition.in_progress = true;
    ++open_defines_;
    auto outer = std::exchange(text_, {});
    auto checked = whole(*definition.scalar);
    text_ = std::move(outer);
    definition.in_progress = false;
    --open_defines_;
    if (checked.is_series()) {
        form_.report(Code::WrongType, definition.scalar->span,
                     fmt::format("found {}, expected a value or a list", what_it_is(checked)));
        checked = silent({});
    }
    definition.result = checked;
    return checked;
}

std::vector<std::string> Checker::define_names() const {
    std::vector<std::string> names;
    for (const auto& [name, definition] : definitions_)
        names.push_back(name);
    return names;
}

Checked Checker::whole(const Node& scalar) {
    text_ = {&scalar, {}, -1};
    if (scalar.refused) return silent({});
    if (scalar.kind != NodeKind::Scalar) {
        form_.report(Code::WrongShape, scalar.span,
                     fmt::format("found {}, expected an expression", text_of(scalar.kind)),
                     scalar.kind == NodeKind::Empty
                         ? ""
                         : "an expression that starts with a bracket needs quotes");
        return silent({});
    }
    auto parsed = parse_expression(scalar.text);
    if (const auto* problem = std::get_if<SyntaxProblem>(&parsed)) {
        if (problem->limit)
            return error(Code::LimitExceeded, problem->span, problem->message, problem->help);
        // The rest, a key that nobody knows, is reported with the edit that joins them again.
        if (scalar.cut && problem->span.begin >= scalar.text.size()) return silent({});
        auto help = problem->help.empty() ? help_for_cut(scalar, *problem) : problem->help;
        return error_with_meant(Code::ExpressionSyntax, problem->span, problem->message,
                                std::move(help));
    }
    text_.ast = std::move(std::get<Ast>(parsed));
    text_.written = static_cast<int>(nodes_.texts.size());
    nodes_.texts.push_back({scalar.text, scalar.span, scalar.verbatim});
    auto checked = check(text_.ast.root, -1);
    checked.written = text_.written;
    return checked;
}

// Where an expression ends too early, YAML may have cut it.
std::string Checker::help_for_cut(const Node& scalar, const SyntaxProblem& problem) const {
    if (scalar.quoted || problem.limit) return {};
    const auto rest = form_.source_of(scalar.span)->text({scalar.span.end, scalar.span.end + 2});
    if (rest == " #") return "` #` starts a comment; put the whole value in quotes";
    const bool at_the_end = problem.span.begin >= scalar.text.size();
    if (at_the_end && scalar.in_flow && rest.starts_with(','))
        return "a comma ends a value inside { }; put the whole value in quotes";
    return {};
}

// The depth of the tree is bounded by the parser.
Checked Checker::check(int index, int scope) {  // NOLINT(misc-no-recursion)
    auto checked = check_kind(ast_at(index), index, scope);
    checked.span = ast_at(index).span;
    return checked;
}

Checked Checker::check_kind(const AstNode& ast, int index,
                            int scope) {  // NOLINT(misc-no-recursion)
    switch (ast.kind) {
        case AstKind::Number:
        case AstKind::Share:
        case AstKind::Duration:
        case AstKind::Rate:
        case AstKind::Date:
        case AstKind::Text:
        case AstKind::YesNo:
            return literal(ast);
        case AstKind::Range:
            return error(Code::WrongType, ast.span, "found a range, expected a value",
                         "a range stands after `in`");
        case AstKind::Name:
            return name(ast, scope);
        case AstKind::Member:
            return member(ast, scope);
        case AstKind::Call:
            return call(ast, index, scope);
        case AstKind::Not:
        case AstKind::And:
        case AstKind::Or:
            return logic(ast, scope);
        case AstKind::Equal:
        case AstKind::NotEqual:
        case AstKind::Less:
        case AstKind::LessEqual:
        case AstKind::Greater:
        case AstKind::GreaterEqual:
        case AstKind::Contains:
            return comparison(ast, scope);
        case AstKind::Matches:
            return matches(ast, scope);
        case AstKind::InSet:
            return in_set(ast, scope);
        case AstKind::InRange:
            return in_range(ast, scope);
        case AstKind::InLast:
            return in_last(ast, scope);
        case AstKind::Where:
            return where(ast, scope);
        case AstKind::Add:
        case AstKind::Subtract:
        case AstKind::Multiply:
        case AstKind::Divide:
        case AstKind::Negate:
            return arithmetic(ast, scope);
        case AstKind::Has:
        case AstKind::Known:
            return presence(ast, scope);
        case AstKind::If:
        case AstKind::FirstKnown:
            return choice(ast, scope);
    }
    return silent(ast.span);
}

Checked Checker::literal(const AstNode& ast) {
    switch (ast.kind) {
        case AstKind::Share:
            return {
                {Kind::Share}, constant(literal_value(ast), Kind::Share, ast.span), -1, ast.span};
        case AstKind::Duration:
            return {{Kind::Duration},
                    constant(literal_value(ast), Kind::Duration, ast.span),
                    -1,
                    ast.span};
        case AstKind::Rate:
            return {{Kind::Rate}, constant(literal_value(ast), Kind::Rate, ast.span), -1, ast.span};
        case AstKind::Date:
            return {{Kind::Date}, constant(ast.number, Kind::Date, ast.span), -1, ast.span};
        case AstKind::YesNo:
            return {{Kind::YesNo}, constant(ast.number, Kind::YesNo, ast.span), -1, ast.span};
        case AstKind::Text: {
            auto text = make(Op::TextConstant, {Kind::Text}, {}, ast.span);
            nodes_.items.back().text = ast.text;
            return text;
        }
        default:
            if (const auto number = text_at(ast.span); is_maybe_thousands(number))
                warn_of_thousands(form_, form_.inside(*text_.scalar, ast.span), number);
            return {{Kind::Number}, constant(ast.number, Kind::Number, ast.span), -1, ast.span};
    }
}

Checked Checker::make(Op op, Type type, std::vector<int> args, Span span) {
    TypedNode node{.op = op, .type = std::move(type)};
    node.args = std::move(args);
    node.written = text_.written;
    node.span = span;
    for (const int arg : node.args)
        node.scope = std::max(node.scope, nodes_.at(arg).scope);
    Checked checked{node.type, -1, -1, span};
    checked.node = nodes_.add(std::move(node));
    return checked;
}

int Checker::constant(double number, Kind kind, Span span) {
    TypedNode node{.op = Op::Constant, .type = {kind}};
    node.number = number;
    node.written = text_.written;
    node.span = span;
    return nodes_.add(std::move(node));
}

Checked Checker::error(Code code, Span span, std::string message, std::string help) {
    form_.report(code, form_.inside(*text_.scalar, span), std::move(message), std::move(help));
    return silent(span);
}

Checked Checker::error_with_meant(Code code, Span span, std::string message, std::string help,
                                  std::optional<Span> problem) {
    const auto meant = form_.has_time_for_hints() ? meant_at(problem.value_or(span)) : std::nullopt;
    if (!meant) return error(code, span, std::move(message), std::move(help));
    form_.report(code, form_.inside(*text_.scalar, span), std::move(message),
                 fmt::format("write `{}`", *meant), {},
                 rewrite(*form_.source_of(text_.scalar->span), *text_.scalar, *meant));
    return silent(span);
}

Checked Checker::value_at(int index, int scope) {  // NOLINT(misc-no-recursion)
    auto checked = check(index, scope);
    if (checked.is_error() || checked.is_value()) return checked;
    return error(Code::WrongType, checked.span,
                 fmt::format("found {}, expected a value", what_it_is(checked)),
                 checked.is_list() ? "how many are they? `count(…)`"
                                   : "use an aggregate such as `average(…)`");
}

Checked Checker::value_of_kind(int index, int scope, Kind kind) {  // NOLINT(misc-no-recursion)
    auto checked = value_at(index, scope);
    if (checked.is_error() || checked.type.is(kind) ||
        (is_literal_zero(checked) && is_amount(kind)))
        return checked;
    if (kind == Kind::Time && checked.type.is_moment()) return checked;
    const bool share_as_number = (kind == Kind::Number && checked.type.is(Kind::Share)) ||
                                 (kind == Kind::Share && checked.type.is(Kind::Number));
    if (share_as_number) return checked;
    return error(Code::WrongType, checked.span,
                 fmt::format("found {}, expected {}", what_it_is(checked), with_article(kind)));
}

std::string Checker::text_at(Span span) const {
    return text_.scalar->text.substr(span.begin, span.end - span.begin);
}

bool Checker::is_literal_zero(const Checked& value) const {
    if (value.node < 0) return false;
    const auto& node = nodes_.at(value.node);
    return node.op == Op::Constant && node.type.is(Kind::Number) && node.number == 0;
}

}  // namespace colonnade::dsl
