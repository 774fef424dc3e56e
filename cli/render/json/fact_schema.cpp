// SPDX-License-Identifier: Apache-2.0
// From the facts of a catalogue to the JSON Schemas of profile documents, answers files and test
// files. All name the same facts; they differ in how a value is written.
#include <fmt/format.h>

#include <cmath>

#include "cli/json.hpp"
#include "cli/render/json/json_schema.hpp"
#include "cli/render/json/schema_parts.hpp"
#include "dsl/cases/keys.hpp"

namespace colonnade::cli {
namespace {

using dsl::Bounds;
using dsl::Kind;
using dsl::Type;
enum class Form { Document, Answers, Tests };

const JsonValue TextOrNothing{"string", "null"};

JsonValue moment(JsonValue type) {
    return {{"type", std::move(type)},
            {"pattern", MomentPattern},
            {"patternErrorMessage", MomentExample}};
}

JsonValue with_unit(std::string_view example) {
    return {{"type", TextOrNothing},
            {"pattern", "[0-9]"},
            {"patternErrorMessage", fmt::format("Expected a text such as {}", example)}};
}

JsonValue number(const Bounds& bounds) {
    JsonValue json{{"type", {"number", "null"}}};
    if (std::isfinite(bounds.min)) json["minimum"] = bounds.min;
    if (std::isfinite(bounds.max)) json["maximum"] = bounds.max;
    return json;
}

JsonValue category(const Type& type) {
    JsonValue json{{"enum", type.category->values}};
    json["enum"].push_back(nullptr);
    return json;
}

JsonValue document_value(const Type& type, const Bounds& bounds) {
    switch (type.kind) {
        case Kind::YesNo:
            return {{"type", {"boolean", "null"}}};
        case Kind::Number:
            return number(bounds);
        case Kind::Share: {
            auto json = number(bounds);
            json["type"].push_back("string");
            json["pattern"] = "%";
            return json;
        }
        case Kind::Duration:
            return with_unit("\"3 days\".");
        case Kind::Rate:
            return with_unit("\"2 per week\".");
        case Kind::Category:
            return category(type);
        case Kind::Text:
            return {{"type", TextOrNothing}};
        default:
            return moment(TextOrNothing);
    }
}

JsonValue stated_value(const Type& type, bool or_unknown) {
    switch (type.kind) {
        case Kind::YesNo:
            return {{"type", {"boolean", "string", "null"}},
                    {"pattern", or_unknown ? "^(true|false|unknown)$" : "^(true|false)$"}};
        case Kind::Category: {
            auto json = category(type);
            if (or_unknown) json["enum"].push_back("unknown");
            return json;
        }
        case Kind::Text:
            return {{"if", {{"type", {"boolean", "null"}}}},
                    {"else", {{"type", {"string", "number"}}}}};
        default:
            return {{"type", {"string", "number", "null"}},
                    {"pattern", or_unknown ? "[0-9]|^unknown$" : "[0-9]"}};
    }
}

JsonValue value(const Type& type, const Bounds& bounds, Form form) {
    return form == Form::Document ? document_value(type, bounds)
                                  : stated_value(type, form == Form::Tests);
}

JsonValue closed(JsonValue properties) {
    return {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

std::string meaning(const dsl::Fact& fact, std::string_view language) {
    std::string text(fact.title.in(language));
    if (!fact.description.empty()) text += fmt::format(": {}", fact.description.in(language));
    if (fact.personal) text += " (personal)";
    return text;
}

std::string meaning(const dsl::Field& field, std::string_view language) {
    std::string text(field.title.in(language));
    if (field.personal) text += text.empty() ? "(personal)" : " (personal)";
    return text;
}

// The keys of a test that stand for many elements at once give way to fields of the same name.
void add_short_forms(JsonValue& fields) {
    for (const auto& key : dsl::ElementKeys.keys) {
        if (fields.contains(key.key)) continue;
        fields[std::string(key.key)] = JsonValue::parse(key_schema(key));
    }
}

JsonValue list(const dsl::Fact& fact, std::string_view language, Form form) {
    JsonValue fields = JsonValue::object();
    for (const auto& field : fact.fields) {
        JsonValue json = JsonValue::object();
        if (auto text = meaning(field, language); !text.empty())
            json["description"] = std::move(text);
        json.update(value(field.type, field.bounds, form));
        fields[field.name] = std::move(json);
    }
    if (form != Form::Tests)
        return {{"type", {"array", "null"}}, {"items", closed(std::move(fields))}};
    add_short_forms(fields);
    auto element = closed(std::move(fields));
    auto json = element;
    json["type"] = {"array", "object", "string", "null"};
    json["pattern"] = "^unknown$";
    json["items"] = std::move(element);
    return json;
}

void add_facts(const dsl::Catalogue& catalogue, std::string_view language, Form form,
               JsonValue& properties) {
    for (const auto& fact : catalogue.facts) {
        JsonValue json{{"description", meaning(fact, language)}};
        json.update(fact.type.is(Kind::List) ? list(fact, language, form)
                                             : value(fact.type, fact.bounds, form));
        properties[fact.name] = std::move(json);
    }
}

JsonValue described(std::string_view text, JsonValue json) {
    json["description"] = text;
    return json;
}

// The keys of a document that are no facts.
JsonValue head(const dsl::Catalogue& catalogue) {
    JsonValue lists = JsonValue::object();
    JsonValue names = JsonValue::array();
    for (const auto& fact : catalogue.facts) {
        if (fact.type.is(Kind::List)) lists[fact.name] = moment("string");
        names.push_back(fact.name);
    }
    auto coverage = closed(std::move(lists));
    coverage["type"] = {"object", "null"};
    return {{"profile", described("Version of the form; the first key.", {{"const", 1}})},
            {"id", described("A text that is no name.", {{"type", {"string", "null"}}})},
            {"as_of", described("The moment that everything is measured from.", moment("string"))},
            {"coverage", described("From which day on a list is complete.", std::move(coverage))},
            {"stated", described("Facts that a person stated rather than the data.",
                                 {{"type", {"array", "null"}}, {"items", {{"enum", names}}}})}};
}

}  // namespace

std::string render_profile_schema(const dsl::Catalogue& catalogue, std::string_view language) {
    auto properties = head(catalogue);
    add_facts(catalogue, language, Form::Document, properties);
    JsonValue json{{"required", {"profile", "as_of"}}};
    json.update(closed(std::move(properties)));
    return whole_schema(
        "profile",
        fmt::format("What is known about one person, in the facts of the schema `{}`.",
                    catalogue.schema),
        json.dump());
}

std::string render_answers_schema(const dsl::Catalogue& catalogue, std::string_view language) {
    JsonValue properties = JsonValue::object();
    add_facts(catalogue, language, Form::Answers, properties);
    auto json = closed(std::move(properties));
    json["type"] = {"object", "null"};
    return whole_schema(
        "answers", fmt::format("Facts that a person states, of the schema `{}`.", catalogue.schema),
        json.dump());
}

std::string render_tests_schema(const dsl::Catalogue& catalogue, std::string_view language) {
    JsonValue properties = JsonValue::object();
    add_facts(catalogue, language, Form::Tests, properties);
    auto facts = closed(std::move(properties));
    facts["type"] = {"object", "null"};
    auto json = JsonValue::parse(map_schema(dsl::SuiteKeys));
    json["definitions"][FactsOfTests] = std::move(facts);
    return whole_schema(
        "tests",
        fmt::format("Tests of a rulebook, with the facts of the schema `{}`.", catalogue.schema),
        json.dump());
}

}  // namespace colonnade::cli
