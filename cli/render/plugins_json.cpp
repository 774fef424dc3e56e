// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/render/plain_json.hpp"
#include "cli/render/plugins.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;

// Version of the form.
constexpr int PluginsVersion = 1;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

Json plugin_json(const engine::InspectedPlugin& plugin) {
    const bool read = !plugin.sha256.empty();
    return {
        {"id", plugin.id},
        {"file", dsl::visible(plugin.file.string())},
        {"version", text_or_null(plugin.version)},
        {"abi", text_or_null(plugin.abi)},
        {"size", read ? Json(plugin.size) : Json()},
        {"sha256", text_or_null(plugin.sha256)},
        {"needed", plugin.needed},
        {"runs", text_of(plugin.runs)},
        {"lock", plugin.pinned == engine::Pinned::Never ? Json() : Json(text_of(plugin.pinned))},
        {"reason", text_or_null(plugin.refusal.message)},
        {"help", text_or_null(plugin.refusal.help)}};
}

}  // namespace

std::string render_plugins_json(std::span<const engine::InspectedPlugin> plugins,
                                const engine::PluginSettings& settings) {
    auto all = Json::array();
    for (const auto& plugin : plugins)
        all.push_back(plugin_json(plugin));
    const Json json{
        {"plugin_list", PluginsVersion},
        {"lock_file", settings.lock ? Json(dsl::visible(settings.lock->file.string())) : Json()},
        {"plugins", std::move(all)}};
    return plain_json(json.dump(2)) + "\n";
}

}  // namespace colonnade::cli
