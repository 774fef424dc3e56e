// SPDX-License-Identifier: Apache-2.0
// Where rulebooks and plugins are found: what the person names, then the project, then the user's
// own folder, then the installation that the program runs from.
#pragma once

#include <filesystem>
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
// What `new plugin` starts from, a folder for each language.
[[nodiscard]] std::filesystem::path plugin_templates();

}  // namespace colonnade::cli
