// SPDX-License-Identifier: Apache-2.0
// Calls: the language's own functions, then those of plugins.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dsl/check/checker.hpp"
#include "dsl/check/functions.hpp"
#include "dsl/expr/typed_instead.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {
namespace {

// An expression with more functions of other languages is guessed at by nobody.
constexpr int MostRenamedCalls = 16;

std::string values(std::size_t count) {
    return fmt::format("{} value{}", count, count == 1 ? "" : "s");
}

}  // namespace

Checked Checker::call(const AstNode& ast, int, int scope) {  // NOLINT(misc-no-recursion)
    if (auto result = built_in(ast, scope)) return *result;
    return plugin_call(ast, scope);
}

std::optional<Checked> Checker::built_in(const AstNode& ast,
                                         int scope) {  // NOLINT(misc-no-recursion)
    static const std::map<std::string, Op> over_values{
        {"min", Op::Least}, {"max", Op::Greatest}, {"average", Op::Mean}};
    if (over_values.contains(ast.text) && ast.args.size() > 1)
        return of_values(over_values.at(ast.text), ast, scope);
    if (is_aggregate(ast.text)) return aggregate(ast, scope);
    if (!takes_values(ast.text)) return std::nullopt;
    const std::size_t expected = ast.text == "ramp" ? 3 : ast.text == "saturate" ? 2 : 1;
    if (ast.args.size() != expected) {
        return error(
            Code::WrongArguments, ast.span,
            fmt::format("found {}, `{}` takes {}", values(ast.args.size()), ast.text, expected));
    }
    if (const auto unit = unit_named(ast.text)) return in_units(ast, *unit, scope);
    if (ast.text == "age") {
        const auto moment = value_of_kind(ast.args.front(), scope, Kind::Time);
        if (moment.is_error()) return moment;
        const auto as_of = make(Op::AsOf, {Kind::Time}, {}, ast.span);
        return make(Op::Subtract, {Kind::Duration}, {as_of.node, moment.node}, ast.span);
    }
    if (ast.text == "ramp" || ast.text == "saturate") return of_values(Op::Saturate, ast, scope);
    const auto text = value_of_kind(ast.args.front(), scope, Kind::Text);
    if (text.is_error()) return text;
    if (ast.text == "lower") return make(Op::Lower, {Kind::Text}, {text.node}, ast.span);
    return make(ast.text == "length" ? Op::Length : Op::WordCount, {Kind::Number}, {text.node},
                ast.span);
}

Checked Checker::of_values(Op op, const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    std::vector<Checked> parts;
    std::vector<int> args;
    for (const int arg : ast.args) {
        parts.push_back(value_at(arg, scope));
        if (parts.back().is_error()) return parts.back();
        const auto& type = parts.back().type;
        const bool can_be_weighed = is_amount(type.kind) || (type.is_moment() && op != Op::Mean);
        if (!can_be_weighed) {
            return error(Code::WrongType, parts.back().span,
                         fmt::format("`{}` of {}", ast.text, what_it_is(parts.back())));
        }
        args.push_back(parts.back().node);
    }
    const auto type = common_type(parts);
    if (!type) return silent(ast.span);
    if (op != Op::Saturate) return make(op, *type, std::move(args), ast.span);
    if (ast.text == "saturate") return make(op, {Kind::Share}, std::move(args), ast.span);
    const auto above = make(Op::Subtract, *type, {args[0], args[1]}, ast.span);
    const auto width = make(Op::Subtract, *type, {args[2], args[1]}, ast.span);
    const auto ratio = make(Op::Divide, {Kind::Share}, {above.node, width.node}, ast.span);
    const auto floor = make(Op::Greatest, {Kind::Share},
                            {ratio.node, constant(0, Kind::Share, ast.span)}, ast.span);
    return make(Op::Least, {Kind::Share}, {floor.node, constant(1, Kind::Share, ast.span)},
                ast.span);
}

Checked Checker::in_units(const AstNode& ast, Unit unit, int scope) {  // NOLINT(misc-no-recursion)
    const auto duration = value_of_kind(ast.args.front(), scope, Kind::Duration);
    if (duration.is_error()) return duration;
    const int one = constant(seconds_in(unit), Kind::Duration, ast.span);
    return make(Op::Divide, {Kind::Number}, {duration.node, one}, ast.span);
}

const Function* Checker::find_function(const AstNode& ast) {
    const Function* found = nullptr;
    auto known = built_in_names();
    for (const auto& function : catalogue_.functions) {
        known.push_back(function.name);
        if (ast.text != function.name && ast.text != function.plugin + "." + function.name)
            continue;
        if (found != nullptr) {
            error(Code::AmbiguousName, ast.span,
                  fmt::format("`{}` is in the plugins `{}` and `{}`", ast.text, found->plugin,
                              function.plugin),
                  fmt::format("write `{}.{}`", found->plugin, found->name));
            return nullptr;
        }
        found = &function;
    }
    if (found == nullptr && catalogue_.refused.empty()) {
        auto help = did_you_mean(ast.text, known);
        if (help.empty())
            help = "is its plugin named under `plugins`? `colonnade facts` lists all functions";
        error_with_meant(Code::UnknownFunction, ast.span,
                         fmt::format("unknown function `{}`", ast.text), std::move(help));
    }
    return found;
}

bool Checker::is_function(std::string_view name) const {
    const auto own = built_in_names();
    if (std::find(own.begin(), own.end(), name) != own.end()) return true;
    return std::any_of(
        catalogue_.functions.begin(), catalogue_.functions.end(), [&](const Function& function) {
            return name == function.name || name == function.plugin + "." + function.name;
        });
}

std::optional<std::string> Checker::meant_at(Span problem) const {
    const auto is_text_name = [&](std::string_view name) { return is_name_of_texts(name); };
    auto meant = expression_meant_by(text_.scalar->text, problem, is_text_name);
    for (int round = 0; meant && round < MostRenamedCalls; ++round) {
        const auto parsed = parse_expression(*meant);
        const auto& nodes = std::get<Ast>(parsed).nodes;
        const auto unknown = std::find_if(nodes.begin(), nodes.end(), [&](const AstNode& node) {
            return node.kind == AstKind::Call && !is_function(node.text);
        });
        if (unknown == nodes.end()) return meant;
        meant = expression_meant_by(*meant, unknown->span, is_text_name);
    }
    return std::nullopt;
}

Checked Checker::plugin_call(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    const auto* function = find_function(ast);
    if (function == nullptr) return silent(ast.span);
    const auto& parameters = function->parameters;
    const bool repeats = !parameters.empty() && parameters.back().repeated;
    auto given = ast.args.size();
    const bool default_words =
        given + 1 == parameters.size() && !parameters.back().default_words.empty();
    if (!default_words && (given < parameters.size() || (given > parameters.size() && !repeats))) {
        return error(Code::WrongArguments, ast.span,
                     fmt::format("found {}, `{}` takes {}{}", values(given), ast.text,
                                 parameters.size(), repeats ? " or more" : ""));
    }
    std::vector<int> args;
    for (std::size_t i = 0; i < given; ++i) {
        args.push_back(argument(*function, parameters[std::min(i, parameters.size() - 1)],
                                ast.args[i], scope));
    }
    if (default_words) args.push_back(words_argument(parameters.back().default_words, ast.span));
    if (std::find(args.begin(), args.end(), -1) != args.end()) return silent(ast.span);
    auto made = make(Op::Call, function->result, std::move(args), ast.span);
    nodes_.items.back().function = static_cast<int>(function - catalogue_.functions.data());
    return made;
}

// The argument's node, or -1 after a finding.
int Checker::argument(const Function& function, const Parameter& parameter, int index,
                      int scope) {  // NOLINT(misc-no-recursion)
    const auto& ast = ast_at(index);
    if (parameter.kind == Kind::Words) {
        if (ast.kind == AstKind::Name) return words_argument(ast.text, ast.span);
        error(Code::WrongArguments, ast.span,
              fmt::format("`{}` takes the name of a word list here", function.name));
        return -1;
    }
    if (parameter.kind != Kind::List) return value_of_kind(index, scope, parameter.kind).node;
    const auto list = check(index, scope);
    if (list.is_error()) return -1;
    if (!list.is_list()) {
        error(Code::WrongArguments, list.span,
              fmt::format("found {}, `{}` takes a list here", what_it_is(list), function.name));
        return -1;
    }
    if (scope >= 0) {
        error(Code::WrongArguments, list.span, "a list as a value of a function inside `where`",
              "give the call a name under `define`");
        return -1;
    }
    return check_fields(function, parameter, list) ? list.node : -1;
}

bool Checker::check_fields(const Function& function, const Parameter& parameter,
                           const Checked& list) {
    const auto& fact = catalogue_.facts[static_cast<std::size_t>(nodes_.at(list.node).fact)];
    for (const auto& wanted : parameter.fields) {
        const int index = fact.field_index(wanted.name);
        if (index < 0) {
            error(Code::WrongArguments, list.span,
                  fmt::format("`{}` reads the field `{}`, which `{}` does not have", function.name,
                              wanted.name, fact.name));
            return false;
        }
        const auto kind = fact.fields[static_cast<std::size_t>(index)].type.kind;
        const bool moment = wanted.kind == Kind::Time && kind == Kind::Date;
        if (kind == wanted.kind || moment) continue;
        error(Code::WrongArguments, list.span,
              fmt::format("`{}.{}` is {}, `{}` reads {}", fact.name, wanted.name,
                          with_article(kind), function.name, with_article(wanted.kind)));
        return false;
    }
    return true;
}

int Checker::words_argument(const std::string& list, Span span) {
    const auto is_wanted = [&](const WordList& known) { return known.name == list; };
    auto at = std::find_if(lists_.begin(), lists_.end(), is_wanted);
    if (at == lists_.end()) {
        if (auto shared = find_words_(list)) {
            lists_.push_back(std::move(*shared));
            at = lists_.end() - 1;
        }
    }
    if (at == lists_.end()) {
        std::vector<std::string> known;
        for (const auto& words : lists_)
            known.push_back(words.name);
        auto help = did_you_mean(list, known);
        if (help.empty())
            help =
                "a word list stands under `lists` or in a file `lists/NAME.yaml` beside the "
                "rulebook";
        error(Code::UnknownName, span, fmt::format("unknown word list `{}`", list),
              std::move(help));
        return -1;
    }
    auto made = make(Op::WordsValue, {Kind::Words}, {}, span);
    nodes_.items.back().field = static_cast<int>(at - lists_.begin());
    return made.node;
}

}  // namespace colonnade::dsl
