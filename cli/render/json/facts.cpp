// SPDX-License-Identifier: Apache-2.0
// Everything that is declared about facts and functions, in all languages.
#include <cmath>

#include "cli/json.hpp"
#include "cli/render/facts.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

JsonValue texts(const dsl::Texts& texts) {
    JsonValue json = JsonValue::object();
    for (const auto& [language, text] : texts.items())
        json[language] = text;
    return json;
}

// What one is, in the values of results and of this listing's bounds.
std::string_view unit_of(dsl::Kind kind) {
    switch (kind) {
        case dsl::Kind::Duration:
            return "second";
        case dsl::Kind::Rate:
            return "per second";
        case dsl::Kind::Share:
            return "1 is 100%";
        case dsl::Kind::Date:
        case dsl::Kind::Time:
            return "UTC";
        default:
            return {};
    }
}

// A bound, if there is one.
JsonValue bound_json(double bound, const dsl::Type& type) {
    if (!std::isfinite(bound)) return nullptr;
    return type.is_moment() ? JsonValue(dsl::time_text(static_cast<std::int64_t>(bound)))
                            : JsonValue(bound);
}

JsonValue type_json(const dsl::Type& type, const dsl::Bounds& bounds) {
    JsonValue json{{"type", dsl::text_of(type.kind)}};
    if (const auto unit = unit_of(type.kind); !unit.empty()) json["unit"] = unit;
    if (type.is(dsl::Kind::YesNo)) return json;
    if (type.is(dsl::Kind::Category)) {
        json["values"] = type.category->values;
        json["ordered"] = type.category->ordered;
        for (std::size_t i = 0; i < type.category->titles.size(); ++i) {
            const auto& titles = type.category->titles[i];
            if (!titles.empty()) json["titles"][type.category->values[i]] = texts(titles);
        }
        return json;
    }
    if (auto min = bound_json(bounds.min, type); !min.is_null()) json["min"] = std::move(min);
    if (auto max = bound_json(bounds.max, type); !max.is_null()) json["max"] = std::move(max);
    return json;
}

// A fact, or a field of a list.
template <class Declared>
JsonValue declared_json(const Declared& declared) {
    JsonValue json{{"name", declared.name}};
    json.update(type_json(declared.type, declared.bounds));
    json["title"] = texts(declared.title);
    if (!declared.description.empty()) json["description"] = texts(declared.description);
    json["personal"] = declared.personal;
    return json;
}

JsonValue fact_json(const dsl::Fact& fact) {
    auto json = declared_json(fact);
    json["stateable"] = fact.stateable;
    if (!fact.where.empty()) json["where"] = texts(fact.where);
    for (const auto& field : fact.fields)
        json["fields"].push_back(declared_json(field));
    return json;
}

JsonValue parameter_json(const dsl::Parameter& parameter) {
    JsonValue json{{"name", parameter.name}, {"type", dsl::text_of(parameter.kind)}};
    if (parameter.nullable) json["takes_unknown"] = true;
    if (parameter.repeated) json["repeated"] = true;
    if (!parameter.default_words.empty()) json["default"] = parameter.default_words;
    for (const auto& field : parameter.fields)
        json["fields"].push_back(parameter_json(field));
    return json;
}

JsonValue function_json(const dsl::Function& function) {
    JsonValue json{
        {"plugin", function.plugin}, {"name", function.name}, {"parameters", JsonValue::array()}};
    for (const auto& parameter : function.parameters)
        json["parameters"].push_back(parameter_json(parameter));
    json["result"] = type_json(function.result, function.bounds);
    json["title"] = texts(function.title);
    json["description"] = texts(function.description);
    return json;
}

JsonValue built_in_json(const dsl::BuiltIn& function) {
    return {{"name", function.name},
            {"of_list", function.of_list},
            {"call", function.call},
            {"result", function.result},
            {"description", {{"de", function.de}, {"en", function.en}}}};
}

}  // namespace

std::string render_facts_json(const FactList& list) {
    JsonValue json{{"schema", list.schema},
                   {"facts", JsonValue::array()},
                   {"functions", JsonValue::array()},
                   {"language", JsonValue::array()}};
    for (const auto* fact : list.facts)
        json["facts"].push_back(fact_json(*fact));
    for (const auto* function : list.functions)
        json["functions"].push_back(function_json(*function));
    for (const auto* function : list.built_in)
        json["language"].push_back(built_in_json(*function));
    return json_document(json);
}

}  // namespace colonnade::cli
