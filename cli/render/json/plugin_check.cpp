// SPDX-License-Identifier: Apache-2.0
#include "cli/render/plugin_check.hpp"
#include "cli/json.hpp"

namespace colonnade::cli {
namespace {

JsonValue plugin_case_json(const engine::PluginCase& one) {
    return {
        {"group", one.group}, {"id", one.id}, {"wants", one.wants}, {"warns_only", one.only_warns}};
}

JsonValue checked_plugin_json(const CheckedPlugin& plugin) {
    JsonValue json{{"file", plugin.file},
                   {"plugin", plugin.id},
                   {"passed", plugin.count(engine::Verdict::Passed)},
                   {"failed", plugin.bad()},
                   {"warnings", plugin.count(engine::Verdict::Warned)},
                   {"skipped", plugin.count(engine::Verdict::Skipped)},
                   {"cases", JsonValue::array()}};
    for (const auto& checked : plugin.cases) {
        auto entry = plugin_case_json(*checked.one);
        entry["outcome"] = text_of(checked.outcome.verdict);
        if (!checked.outcome.message.empty()) entry["message"] = checked.outcome.message;
        json["cases"].push_back(std::move(entry));
    }
    return json;
}

}  // namespace

std::string render_plugin_check_json(const std::vector<CheckedPlugin>& plugins) {
    JsonValue json{{"plugins", JsonValue::array()}};
    for (const auto& plugin : plugins)
        json["plugins"].push_back(checked_plugin_json(plugin));
    return json_document(json);
}

std::string render_plugin_cases_json(const std::vector<const engine::PluginCase*>& cases) {
    JsonValue json{{"cases", JsonValue::array()}};
    for (const auto* one : cases)
        json["cases"].push_back(plugin_case_json(*one));
    return json_document(json);
}

}  // namespace colonnade::cli
