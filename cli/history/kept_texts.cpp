// SPDX-License-Identifier: Apache-2.0
#include "cli/history/kept_texts.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "cli/json.hpp"
#include "engine/read/profile_reader.hpp"

namespace colonnade::cli {
namespace {

bool has_field(const dsl::Fact& fact, const std::string& name) {
    return std::any_of(fact.fields.begin(), fact.fields.end(),
                       [&](const auto& field) { return field.name == name; });
}

JsonValue kept_value(const JsonValue& value, const dsl::Fact& fact) {
    if (!value.is_array() || fact.fields.empty()) return value;
    auto list = JsonValue::array();
    for (const auto& record : value) {
        auto kept = JsonValue::object();
        for (const auto& [name, field] : record.items()) {
            if (has_field(fact, name)) kept[name] = field;
        }
        list.push_back(std::move(kept));
    }
    return list;
}

std::optional<engine::Input> read_input(const JsonValue& json) {
    const auto text_at = [&](const char* key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? std::optional(found->get<std::string>())
                                                         : std::nullopt;
    };
    const auto name = text_at("name");
    auto text = text_at("text");
    const auto sub = text_at("sub");
    const auto of_plugin = json.find("of_plugin");
    if (!name || !text || !sub || of_plugin == json.end() || !of_plugin->is_boolean())
        return std::nullopt;
    return engine::Input{std::make_shared<const dsl::Source>(*name, std::move(*text)), *sub,
                         of_plugin->get<bool>()};
}

// Only what may be kept is read: among a million keys in their order each would be looked for in
// turn.
JsonValue read_known(std::string_view json, const dsl::Catalogue& catalogue) {
    std::set<std::string, std::less<>> names;
    for (const auto& fact : catalogue.facts) {
        names.insert(fact.name);
        for (const auto& field : fact.fields)
            names.insert(field.name);
    }
    const auto is_kept = [&names](int /*depth*/, JsonValue::parse_event_t event,
                                  const JsonValue& at) {
        if (event != JsonValue::parse_event_t::key) return true;
        const auto& key = at.get_ref<const std::string&>();
        return engine::is_reserved(key) || names.contains(key);
    };
    return JsonValue::parse(json, is_kept);
}

}  // namespace

std::string kept_document(std::string_view json, const dsl::Catalogue& catalogue) {
    const auto document = read_known(json, catalogue);
    auto kept = JsonValue::object();
    for (const auto& [key, value] : document.items()) {
        const auto found = std::find_if(catalogue.facts.begin(), catalogue.facts.end(),
                                        [&](const auto& fact) { return fact.name == key; });
        if (found != catalogue.facts.end()) {
            kept[key] = kept_value(value, *found);
        } else if (engine::is_reserved(key)) {
            kept[key] = value;
        }
    }
    return kept.dump();
}

std::string rulebook_texts(const std::vector<engine::Input>& inputs) {
    auto json = JsonValue::array();
    for (const auto& input : inputs) {
        json.push_back({{"name", input.source->name()},
                        {"sub", input.sub},
                        {"of_plugin", input.of_plugin},
                        {"text", input.source->text()}});
    }
    // A name may be anything; texts have been checked.
    return json_line(json);
}

std::optional<engine::Image> read_rulebook_texts(const std::string& texts) {
    const auto json = JsonValue::parse(texts, nullptr, false);
    std::vector<engine::Input> inputs;
    for (std::size_t i = 0; json.is_array() && i < json.size(); ++i) {
        auto input = read_input(json[i]);
        if (!input || inputs.size() == engine::MostImageInputs) return std::nullopt;
        inputs.push_back(std::move(*input));
    }
    if (inputs.empty() || inputs.front().of_plugin) return std::nullopt;
    return engine::Image("stored", std::move(inputs));
}

}  // namespace colonnade::cli
