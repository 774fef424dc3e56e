// SPDX-License-Identifier: Apache-2.0
// Where rulebooks and plugins are found: what the person names, then the project, then the user's
// own folder, then the installation that the program runs from.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/options.hpp"

namespace colonnade::cli {

[[nodiscard]] std::vector<std::filesystem::path> rule_folders();
[[nodiscard]] std::vector<std::filesystem::path> plugin_folders(const Options& options);

// The folder above `bin`: the build tree and an installation have the same form.
[[nodiscard]] std::filesystem::path installation();
[[nodiscard]] std::filesystem::path bundled_plugins();
// What `new plugin` starts from, a folder for each language.
[[nodiscard]] std::filesystem::path plugin_templates();

}  // namespace colonnade::cli
