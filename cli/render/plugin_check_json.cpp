// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/render/plain_json.hpp"
#include "cli/render/plugin_check.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;

Json case_json(const engine::PluginCase& one) {
    return {
        {"group", one.group}, {"id", one.id}, {"wants", one.wants}, {"warns_only", one.only_warns}};
}

std::string text_of_json(const Json& json) {
    return plain_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

Json plugin_json(const CheckedPlugin& plugin) {
    Json json{{"file", plugin.file},
              {"plugin", plugin.id},
              {"passed", plugin.count(engine::Verdict::Passed)},
              {"failed", plugin.bad()},
              {"warnings", plugin.count(engine::Verdict::Warned)},
              {"skipped", plugin.count(engine::Verdict::Skipped)},
              {"cases", Json::array()}};
    for (const auto& checked : plugin.cases) {
        auto entry = case_json(*checked.one);
        entry["outcome"] = text_of(checked.outcome.verdict);
        if (!checked.outcome.message.empty()) entry["message"] = checked.outcome.message;
        json["cases"].push_back(std::move(entry));
    }
    return json;
}

}  // namespace

std::string render_plugin_check_json(const std::vector<CheckedPlugin>& plugins) {
    Json json{{"plugins", Json::array()}};
    for (const auto& plugin : plugins)
        json["plugins"].push_back(plugin_json(plugin));
    return text_of_json(json);
}

std::string render_plugin_cases_json(const std::vector<const engine::PluginCase*>& cases) {
    Json json{{"cases", Json::array()}};
    for (const auto* one : cases)
        json["cases"].push_back(case_json(*one));
    return text_of_json(json);
}

}  // namespace colonnade::cli
