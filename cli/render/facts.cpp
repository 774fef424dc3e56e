// SPDX-License-Identifier: Apache-2.0
#include "cli/render/facts.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string type_text(const dsl::Type& type) {
    if (!type.is(dsl::Kind::Category)) return std::string(dsl::text_of(type.kind));
    return fmt::format("{}",
                       fmt::join(type.category->values, type.category->ordered ? " < " : " | "));
}

std::string signature(const dsl::Function& function) {
    std::string parameters;
    for (const auto& parameter : function.parameters) {
        std::string fields;
        for (const auto& field : parameter.fields)
            fields += fmt::format("{}{}", fields.empty() ? "" : ", ", field.name);
        const auto optional =
            parameter.default_words.empty() ? "" : fmt::format(" = {}", parameter.default_words);
        parameters += fmt::format("{}{}{}{}{}", parameters.empty() ? "" : ", ", parameter.name,
                                  fields.empty() ? "" : " {" + fields + "}",
                                  parameter.repeated ? ", …" : "", optional);
    }
    return fmt::format("{}({}) → {}", function.name, parameters, type_text(function.result));
}

Json texts(const dsl::Texts& texts) {
    Json json = Json::object();
    for (const auto& [language, text] : texts.items())
        json[language] = text;
    return json;
}

Json type_json(const dsl::Type& type) {
    Json json{{"type", dsl::text_of(type.kind)}};
    if (!type.is(dsl::Kind::Category)) return json;
    json["values"] = type.category->values;
    json["ordered"] = type.category->ordered;
    return json;
}

Json parameter_json(const dsl::Parameter& parameter) {
    Json json{{"name", parameter.name}, {"type", dsl::text_of(parameter.kind)}};
    if (parameter.repeated) json["repeated"] = true;
    if (!parameter.default_words.empty()) json["default"] = parameter.default_words;
    for (const auto& field : parameter.fields)
        json["fields"].push_back(field.name);
    return json;
}

}  // namespace

std::string render_facts(const dsl::Catalogue& catalogue, std::string_view language) {
    std::string text = fmt::format("Facts of the schema `{}`\n", catalogue.schema);
    for (const auto& fact : catalogue.facts) {
        text += fmt::format("  {} {} {}\n", padded(fact.name, 22), padded(type_text(fact.type), 10),
                            clean(fact.title.in(language)));
        for (const auto& field : fact.fields) {
            text +=
                paragraph(fmt::format("    .{} ", padded(field.name, 19)), type_text(field.type));
        }
    }
    text += "\nFunctions of plugins\n";
    for (const auto& function : catalogue.functions) {
        text += paragraph(fmt::format("  {}: ", function.plugin), signature(function));
        text += paragraph("      ", function.description.in(language));
    }
    return text;
}

std::string render_facts_json(const dsl::Catalogue& catalogue) {
    Json json{{"schema", catalogue.schema}, {"facts", Json::array()}, {"functions", Json::array()}};
    for (const auto& fact : catalogue.facts) {
        Json entry{{"name", fact.name}};
        entry.update(type_json(fact.type));
        entry["title"] = texts(fact.title);
        entry["personal"] = fact.personal;
        entry["stateable"] = fact.stateable;
        for (const auto& field : fact.fields) {
            Json inner{{"name", field.name}};
            inner.update(type_json(field.type));
            entry["fields"].push_back(inner);
        }
        json["facts"].push_back(entry);
    }
    for (const auto& function : catalogue.functions) {
        Json entry{
            {"plugin", function.plugin}, {"name", function.name}, {"parameters", Json::array()}};
        for (const auto& parameter : function.parameters)
            entry["parameters"].push_back(parameter_json(parameter));
        entry["result"] = type_json(function.result);
        entry["title"] = texts(function.title);
        entry["description"] = texts(function.description);
        json["functions"].push_back(entry);
    }
    return json.dump(2) + "\n";
}

}  // namespace colonnade::cli
