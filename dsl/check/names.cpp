// SPDX-License-Identifier: Apache-2.0
// What a name stands for: inside `where` a field of the element, then a fact, then a define;
// against a category, one of its values.
#include <fmt/format.h>

#include "dsl/check/checker.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {
Checked Checker::fact_value(int fact, Span span) {
    const auto& declared = catalogue_.facts[static_cast<std::size_t>(fact)];
    const auto op = declared.type.is(Kind::List) ? Op::ListValue : Op::Fact;
    auto checked = make(op, declared.type, {}, span);
    nodes_.items.back().fact = fact;
    return checked;
}

std::optional<Checked> Checker::resolve(const std::string& name, int scope,
                                        Span span) {  // NOLINT(misc-no-recursion)
    if (scope >= 0) {
        const auto& list = catalogue_.facts[static_cast<std::size_t>(scope)];
        if (const int field = list.field_index(name); field >= 0) {
            auto checked =
                make(Op::Field, list.fields[static_cast<std::size_t>(field)].type, {}, span);
            auto& node = nodes_.items.back();
            node.fact = scope;
            node.field = field;
            node.scope = scope;
            return checked;
        }
    }
    if (const int fact = catalogue_.fact_index(name); fact >= 0) return fact_value(fact, span);
    if (const auto defined = definitions_.find(name); defined != definitions_.end()) {
        defined->second.is_used = true;
        return define(name);
    }
    return std::nullopt;
}

bool Checker::resolves(const std::string& name, int scope) const {
    const bool field =
        scope >= 0 && catalogue_.facts[static_cast<std::size_t>(scope)].field_index(name) >= 0;
    return field || catalogue_.fact_index(name) >= 0 || definitions_.contains(name);
}

std::optional<Checked> Checker::named(const std::string& name) {
    return resolve(name, -1, {});
}

std::vector<std::string> Checker::names_in(int scope) const {
    auto names = catalogue_.fact_names();
    for (auto& defined : define_names())
        names.push_back(std::move(defined));
    if (scope >= 0) {
        for (const auto& field : catalogue_.facts[static_cast<std::size_t>(scope)].fields)
            names.push_back(field.name);
    }
    return names;
}

bool Checker::is_name_of_texts(std::string_view name) const {
    bool found = false;
    for (const auto& fact : catalogue_.facts) {
        const int field = fact.field_index(name);
        for (const auto* type :
             {fact.name == name ? &fact.type : nullptr,
              field < 0 ? nullptr : &fact.fields[static_cast<std::size_t>(field)].type}) {
            if (type == nullptr) continue;
            if (!type->is(Kind::Text)) return false;
            found = true;
        }
    }
    return found;
}

// Inside `where` the element's field comes first, but its reader may think of the other.
void Checker::note_hidden(const AstNode& ast, int scope) const {
    if (scope < 0) return;
    const auto& list = catalogue_.facts[static_cast<std::size_t>(scope)];
    const bool fact = catalogue_.fact_index(ast.text) >= 0;
    if (list.field_index(ast.text) < 0 || (!fact && !definitions_.contains(ast.text))) return;
    form_.report(Code::HiddenName, form_.inside(*text_.scalar, ast.span),
                 fmt::format("`{}` is here the field of `{}`, not the {}", ast.text, list.name,
                             fact ? "profile's" : "name under `define`"),
                 fact ? fmt::format("the profile's is `profile.{}`", ast.text)
                      : "give the define another name where that is meant");
}

Checked Checker::name(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    if (auto found = resolve(ast.text, scope, ast.span)) {
        note_hidden(ast, scope);
        return *found;
    }
    auto message = fmt::format("unknown fact or name `{}`", ast.text);
    auto help =
        form_.has_time_for_hints() ? did_you_mean(ast.text, names_in(scope)) : std::string();
    if (!help.empty()) return error(Code::UnknownName, ast.span, std::move(message), help);
    return error_with_meant(Code::UnknownName, ast.span, std::move(message),
                            "`colonnade facts` lists what a rule may name");
}

Checked Checker::member(const AstNode& ast, int scope) {  // NOLINT(misc-no-recursion)
    const auto& base = ast_at(ast.args.front());
    if (base.kind == AstKind::Name && base.text == "profile") {
        if (const int fact = catalogue_.fact_index(ast.text); fact >= 0)
            return fact_value(fact, ast.span);
        return error(Code::UnknownName, ast.span, fmt::format("unknown fact `{}`", ast.text),
                     form_.has_time_for_hints() ? did_you_mean(ast.text, catalogue_.fact_names())
                                                : std::string());
    }
    auto list = check(ast.args.front(), scope);
    if (list.is_error()) return list;
    if (!list.is_list()) {
        return error(
            Code::WrongType, list.span,
            fmt::format("found {}, expected a list before `.{}`", what_it_is(list), ast.text));
    }
    const int fact = nodes_.at(list.node).fact;
    const auto& declared = catalogue_.facts[static_cast<std::size_t>(fact)];
    if (declared.field_index(ast.text) < 0) {
        std::vector<std::string> fields;
        for (const auto& field : declared.fields)
            fields.push_back(field.name);
        return error(Code::UnknownName, ast.span,
                     fmt::format("`{}` has no field `{}`", declared.name, ast.text),
                     did_you_mean(ast.text, fields));
    }
    auto field = resolve(ast.text, fact, ast.span);
    field->list = list.node;
    return *field;
}

Checked Checker::category_value(const AstNode& ast, const Type& type,
                                int scope) {  // NOLINT(misc-no-recursion)
    const int value = type.category->index_of(ast.text);
    if (value < 0) {
        if (resolves(ast.text, scope)) return name(ast, scope);
        return error(Code::UnknownName, ast.span,
                     fmt::format("`{}` is no value of this category", ast.text),
                     did_you_mean(ast.text, type.category->values));
    }
    // Against a category only something of the same category could also be meant.
    const auto other = resolve(ast.text, scope, ast.span);
    if (other && other->type.category == type.category) {
        return error(
            Code::AmbiguousName, ast.span,
            fmt::format("`{}` is a value of this category and also a fact or name", ast.text),
            "rename the define, or write `profile.` before the fact");
    }
    auto checked = make(Op::Constant, type, {}, ast.span);
    nodes_.items.back().number = value;
    return checked;
}

}  // namespace colonnade::dsl
