// SPDX-License-Identifier: Apache-2.0
// From tables of keys to the JSON Schema of a file. No kind of map contains itself, so that each is
// written where it stands.
#include <fmt/format.h>

#include <algorithm>

#include "cli/json.hpp"
#include "cli/render/json/json_schema.hpp"
#include "cli/render/json/schema_parts.hpp"
#include "cli/render/json/shape_schema.hpp"

namespace colonnade::cli {
namespace {

using dsl::Key;
using dsl::KeyTable;
using dsl::Need;
using dsl::Shape;

JsonValue map_json(const KeyTable& table);

// What one entry of a map is, and which keys the map has.
JsonValue value_schema(const Key& key) {
    if (key.inner == nullptr) return JsonValue::parse(shape_schema(key));
    auto inner = map_json(*key.inner);
    if (key.shape == Shape::Map) return inner;
    // A result in short: an amount or a status.
    if (key.shape == Shape::MapOfResults) inner["type"] = {"object", "string", "number"};
    JsonValue json{{"type", {"object", "null"}}};
    if (key.shape == Shape::MapOfIds) json["propertyNames"] = JsonValue::parse(id_schema());
    if (key.shape == Shape::MapOfNames) json["propertyNames"] = JsonValue::parse(name_schema());
    json["additionalProperties"] = std::move(inner);
    return json;
}

bool is_needed(const Key& key, Need need) {
    return key.need == need && key.of_type.empty();
}

JsonValue keys_of(const KeyTable& table, Need need) {
    JsonValue keys = JsonValue::array();
    for (const auto& key : table.keys) {
        if (is_needed(key, need)) keys.push_back(key.key);
    }
    return keys;
}

// Keys that only a fact of one type has: required or not there, refused elsewhere.
JsonValue type_condition(const KeyTable& table, std::string_view type) {
    JsonValue required = JsonValue::array();
    JsonValue refused = JsonValue::object();
    for (const auto& key : table.keys) {
        if (key.of_type != type) continue;
        if (key.need == Need::Required) required.push_back(key.key);
        refused[std::string(key.key)] = false;
    }
    return {
        {"if",
         {{"properties", {{"type", {{"const", type}}}}}, {"required", JsonValue::array({"type"})}}},
        {"then", {{"required", required}}},
        {"else", {{"properties", refused}}}};
}

JsonValue type_conditions(const KeyTable& table) {
    JsonValue conditions = JsonValue::array();
    std::string_view last;
    for (const auto& key : table.keys) {
        if (!key.of_type.empty() && key.of_type != last)
            conditions.push_back(type_condition(table, key.of_type));
        if (!key.of_type.empty()) last = key.of_type;
    }
    return conditions;
}

// What a file must say unless it has it from elsewhere, in all of its parts.
JsonValue inherited_needs(const KeyTable& table) {
    JsonValue json = JsonValue::object();
    if (auto keys = keys_of(table, Need::Inherited); !keys.empty()) json["required"] = keys;
    if (table.dropped_by != nullptr) json["properties"][std::string(table.dropped_by->key)] = false;
    for (const auto key : table.one_of)
        json["anyOf"].push_back({{"required", JsonValue::array({key})}});
    for (const auto& key : table.keys) {
        if (key.inner == nullptr) continue;
        auto inner = inherited_needs(*key.inner);
        if (inner.empty()) continue;
        json["properties"][std::string(key.key)] =
            key.shape == Shape::Map ? inner : JsonValue{{"additionalProperties", inner}};
    }
    return json;
}

// Any part can be another rulebook's; a pillar and what is in it also a plugin's, and which of them
// are only the program knows.
void add_rulebook_needs(JsonValue needs, JsonValue& json) {
    const JsonValue extends{{"required", JsonValue::array({"extends"})}};
    const JsonValue plugins{{"required", JsonValue::array({"plugins"})},
                            {"properties", {{"plugins", {{"minItems", 1}}}}}};
    JsonValue own{{"if", extends}, {"else", {{"required", needs["required"]}}}};
    needs.erase("required");
    JsonValue parts{{"if", {{"anyOf", {extends, plugins}}}}, {"else", std::move(needs)}};
    json["allOf"] = JsonValue::array({std::move(own), std::move(parts)});
}

// What stands under a key, with its meaning.
JsonValue entry_json(const Key& key) {
    JsonValue json{{"description", key.meaning}};
    json.update(value_schema(key));
    return json;
}

JsonValue map_json(const KeyTable& table) {
    JsonValue json{{"type", "object"}};
    if (auto keys = keys_of(table, Need::Required); !keys.empty()) json["required"] = keys;
    json["properties"] = JsonValue::object();
    const auto add = [&](const Key& key) {
        json["properties"][std::string(key.key)] = entry_json(key);
    };
    std::for_each(table.keys.begin(), table.keys.end(), add);
    if (table.dropped_by != nullptr) add(*table.dropped_by);
    json["additionalProperties"] = table.others == KeyTable::Others::Languages
                                       ? JsonValue::parse(text_schema())
                                       : JsonValue(false);
    if (auto conditions = type_conditions(table); !conditions.empty()) json["allOf"] = conditions;
    return json;
}

}  // namespace

std::string whole_schema(std::string_view kind, std::string_view what, std::string_view body) {
    JsonValue json{{"$schema", "http://json-schema.org/draft-07/schema#"},
                   {"$id", fmt::format("urn:colonnade:{}:1", kind)},
                   {"title", fmt::format("Colonnade {}", kind)},
                   {"description", what}};
    json.update(JsonValue::parse(body));
    return json_document(json);
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
        json["allOf"] = JsonValue::array({needs});
    }
    return whole_schema(kind, fmt::format("A {} of Colonnade.", table.name), json.dump());
}

}  // namespace colonnade::cli
