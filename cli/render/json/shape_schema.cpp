// SPDX-License-Identifier: Apache-2.0
#include "cli/render/json/shape_schema.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "cli/json.hpp"
#include "cli/render/json/schema_parts.hpp"

namespace colonnade::cli {
namespace {

using dsl::Shape;
// What is_id and is_name of dsl/form accept, for engines with and without Unicode classes.
constexpr auto IdPattern = "^[a-z][a-z0-9-]{0,63}$";
constexpr auto NamePattern =
    "^[^\\u0000-\\u005e\\u0060\\u007b-\\u007f]"
    "[^\\u0000-\\u002f\\u003a-\\u005e\\u0060\\u007b-\\u007f]{0,63}$";

JsonValue text_like(std::string_view pattern, std::string_view otherwise) {
    return {
        {"if", {{"type", "boolean"}}},
        {"else", {{"type", "string"}, {"pattern", pattern}, {"patternErrorMessage", otherwise}}}};
}

JsonValue any_text() {
    return {{"if", {{"type", "boolean"}}}, {"else", {{"type", {"string", "number"}}}}};
}

JsonValue ids() {
    return text_like(IdPattern, "An id is lower case letters, digits and `-`.");
}

JsonValue names() {
    return {{"pattern", NamePattern},
            {"patternErrorMessage", "A name is lower case letters, digits and `_`."}};
}

JsonValue numeric(std::string_view pattern, std::string_view otherwise) {
    return {{"type", {"number", "string"}},
            {"minimum", 0},
            {"pattern", pattern},
            {"patternErrorMessage", otherwise}};
}

// Numbers stand for themselves, everything with a unit is a text.
JsonValue literal(std::string_view example) {
    return {{"type", {"string", "number"}},
            {"pattern", "[0-9]"},
            {"patternErrorMessage", fmt::format("Expected a value such as {}.", example)}};
}

JsonValue map_of(JsonValue keys, JsonValue values) {
    JsonValue json{{"type", {"object", "null"}}};
    if (!keys.is_null()) json["propertyNames"] = std::move(keys);
    json["additionalProperties"] = std::move(values);
    return json;
}

// The two languages that results exist in are offered; a rulebook may have others.
JsonValue texts() {
    return {{"type", "object"},
            {"properties", {{"de", any_text()}, {"en", any_text()}}},
            {"additionalProperties", any_text()}};
}

JsonValue text_list() {
    return {{"type", "array"}, {"items", any_text()}};
}

JsonValue literals() {
    auto one = literal("`5` or `2 per week`");
    JsonValue json = one;
    json["type"] = {"string", "number", "array"};
    json["items"] = std::move(one);
    json["minItems"] = 1;
    json["maxItems"] = 2;
    return json;
}

JsonValue points() {
    auto json = map_of(nullptr, literal("`60%`"));
    json["type"] = "object";
    json["minProperties"] = 1;
    return json;
}

JsonValue word_lists() {
    return map_of(nullptr, {{"type", {"array", "object"}},
                            {"items", any_text()},
                            {"propertyNames", names()},
                            {"additionalProperties", text_list()}});
}

JsonValue shape_json(const dsl::Key& key) {
    switch (key.shape) {
        case Shape::Version:
            return {{"enum", JsonValue::array({1})}};
        case Shape::Id:
            return ids();
        case Shape::Number:
            return numeric("^-?[0-9.]+$", "Expected a number from 0 on.");
        case Shape::TrueFalse:
            return {{"type", {"boolean", "string"}}, {"pattern", "^(true|false)$"}};
        case Shape::Choice:
            return {{"enum", key.choices}};
        case Shape::Share:
            return literal("`60%`");
        case Shape::Duration:
            return literal("`12 weeks`");
        case Shape::Literal:
            return literal("`5`, `60%`, `3 days` or `2 per week`");
        case Shape::Target:
            return literal("`5 or more` or `2..3 per week`");
        case Shape::Effort:
            return literal("`30 minutes`, `90 minutes per week` or `5 minutes each`");
        case Shape::Date:
            return text_like("^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                             "Expected a date such as `2026-01-31`.");
        case Shape::Literals:
            return literals();
        case Shape::Points:
            return points();
        case Shape::Texts:
            return texts();
        case Shape::TextList:
            return text_list();
        case Shape::WordGroups:
            return map_of(names(), text_list());
        case Shape::WordLists:
            return word_lists();
        case Shape::Names:
            return map_of(names(), any_text());
        case Shape::TextByText:
            return map_of(nullptr, any_text());
        case Shape::Titles:
            return map_of(nullptr, texts());
        case Shape::Text:
        case Shape::Expression:
            return any_text();
        case Shape::Amount:
            return {{"if", {{"type", "boolean"}}},
                    {"else", {{"type", {"string", "number"}}, {"pattern", "[0-9]|^unknown$"}}}};
        case Shape::Facts:
            return {{"allOf", JsonValue::array(
                                  {{{"$ref", fmt::format("#/definitions/{}", FactsOfTests)}}})}};
        case Shape::Dates:
            return map_of(nullptr, text_like(MomentPattern, MomentExample));
        case Shape::Map:
        case Shape::MapOfIds:
        case Shape::MapOfNames:
        case Shape::MapOfTexts:
        case Shape::MapOfResults:
            break;
    }
    throw std::logic_error("a map of other maps has a table");
}

}  // namespace

std::string shape_schema(const dsl::Key& key) {
    return shape_json(key).dump();
}

std::string text_schema() {
    return any_text().dump();
}

std::string id_schema() {
    return ids().dump();
}

std::string name_schema() {
    return names().dump();
}

}  // namespace colonnade::cli
