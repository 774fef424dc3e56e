// SPDX-License-Identifier: Apache-2.0
// From tables of keys to the JSON Schema of a file. No kind of map contains itself, so that each is
// written where it stands.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/render/json_schema.hpp"
#include "cli/render/plain_json.hpp"
#include "cli/render/schema_parts.hpp"
#include "cli/render/shape_schema.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;
using dsl::Key;
using dsl::KeyTable;
using dsl::Need;
using dsl::Shape;

Json map_json(const KeyTable& table);

// What one entry of a map is, and which keys the map has.
Json value_schema(const Key& key) {
    if (key.inner == nullptr) return Json::parse(shape_schema(key));
    auto inner = map_json(*key.inner);
    if (key.shape == Shape::Map) return inner;
    // A result in short: an amount or a status.
    if (key.shape == Shape::MapOfResults) inner["type"] = {"object", "string", "number"};
    Json json{{"type", {"object", "null"}}};
    if (key.shape == Shape::MapOfIds) json["propertyNames"] = Json::parse(id_schema());
    if (key.shape == Shape::MapOfNames) json["propertyNames"] = Json::parse(name_schema());
    json["additionalProperties"] = std::move(inner);
    return json;
}

bool is_needed(const Key& key, Need need) {
    return key.need == need && key.of_type.empty();
}

Json keys_of(const KeyTable& table, Need need) {
    Json keys = Json::array();
    for (const auto& key : table.keys) {
        if (is_needed(key, need)) keys.push_back(key.key);
    }
    return keys;
}

// Keys that only a fact of one type has: required or not there, refused elsewhere.
Json type_condition(const KeyTable& table, std::string_view type) {
    Json required = Json::array();
    Json refused = Json::object();
    for (const auto& key : table.keys) {
        if (key.of_type != type) continue;
        if (key.need == Need::Required) required.push_back(key.key);
        refused[std::string(key.key)] = false;
    }
    return {{"if",
             {{"properties", {{"type", {{"const", type}}}}}, {"required", Json::array({"type"})}}},
            {"then", {{"required", required}}},
            {"else", {{"properties", refused}}}};
}

Json type_conditions(const KeyTable& table) {
    Json conditions = Json::array();
    std::string_view last;
    for (const auto& key : table.keys) {
        if (!key.of_type.empty() && key.of_type != last)
            conditions.push_back(type_condition(table, key.of_type));
        if (!key.of_type.empty()) last = key.of_type;
    }
    return conditions;
}

// What a file must say unless it has it from elsewhere, in all of its parts.
Json inherited_needs(const KeyTable& table) {
    Json json = Json::object();
    if (auto keys = keys_of(table, Need::Inherited); !keys.empty()) json["required"] = keys;
    if (table.dropped_by != nullptr) json["properties"][std::string(table.dropped_by->key)] = false;
    for (const auto key : table.one_of)
        json["anyOf"].push_back({{"required", Json::array({key})}});
    for (const auto& key : table.keys) {
        if (key.inner == nullptr) continue;
        auto inner = inherited_needs(*key.inner);
        if (inner.empty()) continue;
        json["properties"][std::string(key.key)] =
            key.shape == Shape::Map ? inner : Json{{"additionalProperties", inner}};
    }
    return json;
}

// Any part can be another rulebook's; a pillar and what is in it also a plugin's, and which of them
// are only the program knows.
void add_rulebook_needs(Json needs, Json& json) {
    const Json extends{{"required", Json::array({"extends"})}};
    const Json plugins{{"required", Json::array({"plugins"})},
                       {"properties", {{"plugins", {{"minItems", 1}}}}}};
    Json own{{"if", extends}, {"else", {{"required", needs["required"]}}}};
    needs.erase("required");
    Json parts{{"if", {{"anyOf", {extends, plugins}}}}, {"else", std::move(needs)}};
    json["allOf"] = Json::array({std::move(own), std::move(parts)});
}

// What stands under a key, with its meaning.
Json entry_json(const Key& key) {
    Json json{{"description", key.meaning}};
    json.update(value_schema(key));
    return json;
}

Json map_json(const KeyTable& table) {
    Json json{{"type", "object"}};
    if (auto keys = keys_of(table, Need::Required); !keys.empty()) json["required"] = keys;
    json["properties"] = Json::object();
    const auto add = [&](const Key& key) {
        json["properties"][std::string(key.key)] = entry_json(key);
    };
    std::for_each(table.keys.begin(), table.keys.end(), add);
    if (table.dropped_by != nullptr) add(*table.dropped_by);
    json["additionalProperties"] =
        table.others == KeyTable::Others::Languages ? Json::parse(text_schema()) : Json(false);
    if (auto conditions = type_conditions(table); !conditions.empty()) json["allOf"] = conditions;
    return json;
}

}  // namespace

std::string whole_schema(std::string_view kind, std::string_view what, std::string_view body) {
    Json json{{"$schema", "http://json-schema.org/draft-07/schema#"},
              {"$id", fmt::format("urn:colonnade:{}:1", kind)},
              {"title", fmt::format("Colonnade {}", kind)},
              {"description", what}};
    json.update(Json::parse(body));
    return plain_json(json.dump(2)) + "\n";
}

std::string map_schema(const KeyTable& table) {
    return map_json(table).dump();
}

std::string key_schema(const Key& key) {
    return entry_json(key).dump();
}

std::string render_key_schema(const KeyTable& table, std::string_view kind) {
    auto json = map_json(table);
    auto needs = inherited_needs(table);
    if (table.find("extends") != nullptr) {
        add_rulebook_needs(needs, json);
    } else if (!needs.empty()) {
        json["allOf"] = Json::array({needs});
    }
    return whole_schema(kind, fmt::format("A {} of Colonnade.", table.name), json.dump());
}

}  // namespace colonnade::cli
