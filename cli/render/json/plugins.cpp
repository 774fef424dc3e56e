// SPDX-License-Identifier: Apache-2.0
#include "cli/render/plugins.hpp"
#include "cli/json.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::cli {
namespace {

// Version of the form.
constexpr int PluginsVersion = 1;

JsonValue text_or_null(const std::string& text) {
    return text.empty() ? JsonValue() : JsonValue(text);
}

JsonValue plugin_json(const engine::InspectedPlugin& plugin) {
    const bool read = !plugin.sha256.empty();
    return {{"id", plugin.id},
            {"file", dsl::visible(plugin.file.string())},
            {"version", text_or_null(plugin.version)},
            {"abi", text_or_null(plugin.abi)},
            {"size", read ? JsonValue(plugin.size) : JsonValue()},
            {"sha256", text_or_null(plugin.sha256)},
            {"needed", plugin.needed},
            {"runs", text_of(plugin.runs)},
            {"lock", plugin.pinned == engine::Pinned::Never ? JsonValue()
                                                            : JsonValue(text_of(plugin.pinned))},
            {"reason", text_or_null(plugin.refusal.message)},
            {"help", text_or_null(plugin.refusal.help)}};
}

}  // namespace

std::string render_plugins_json(std::span<const engine::InspectedPlugin> plugins,
                                const engine::PluginSettings& settings) {
    auto all = JsonValue::array();
    for (const auto& plugin : plugins)
        all.push_back(plugin_json(plugin));
    const JsonValue json{
        {"plugin_list", PluginsVersion},
        {"lock_file",
         settings.lock ? JsonValue(dsl::visible(settings.lock->file.string())) : JsonValue()},
        {"plugins", std::move(all)}};
    return json_document(json);
}

}  // namespace colonnade::cli
