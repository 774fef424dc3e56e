// SPDX-License-Identifier: Apache-2.0
// Where rulebooks and plugins are found: what the person names, then the project, then the user's
// own folder, then the installation that the program runs from.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "engine/host/plugin_settings.hpp"

namespace colonnade::cli {

[[nodiscard]] std::vector<std::filesystem::path> rule_folders();
// Those of `--plugin-dir`, of $COLONNADE_PLUGIN_PATH, `plugins/` of the project, the user's, and
// the installation's own, which alone is bundled.
[[nodiscard]] std::vector<engine::PluginFolder> plugin_folders(const Options& options);
// The program that runs plugins in a process of their own.
[[nodiscard]] std::filesystem::path plugin_host_program();
// The one that checks a plugin.
[[nodiscard]] std::filesystem::path plugin_check_program();

// The folder above `bin`: the build tree and an installation have the same form.
[[nodiscard]] std::filesystem::path installation();
[[nodiscard]] std::filesystem::path bundled_plugins();
// The library of a kind of store, which is the installation's own and nobody else's.
[[nodiscard]] std::filesystem::path store_library(std::string_view kind);
// Where results are kept if no other place is named; empty where the user has no folder.
[[nodiscard]] std::filesystem::path usual_store();
// What `new plugin` starts from, a folder for each language.
[[nodiscard]] std::filesystem::path plugin_templates();

}  // namespace colonnade::cli
