// SPDX-License-Identifier: Apache-2.0
// Plugins' files by id, as they lie in folders. Nothing is opened.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/host/plugin_settings.hpp"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {

// [a-z][a-z0-9-]*, at most 64: an id, never a path.
[[nodiscard]] bool is_plugin_id(std::string_view id);

struct FoundLibrary {
    std::string id;
    std::filesystem::path file;  // in the canonical folder
    bool bundled = false;
    std::string option = {};  // of its folder
};

struct FoundLibraries {
    std::vector<FoundLibrary> libraries;
    std::string problem = {};  // of a folder that cannot be looked into, so there may be more
};

// Every file that is named as a plugin's: in the order of the folders, then of ids. The same folder
// counts once.
[[nodiscard]] FoundLibraries all_libraries(std::span<const PluginFolder> folders);

// `<id>.so` in the first folder that has one, if it may lie there.
[[nodiscard]] std::optional<FoundLibrary> find_library(std::span<const PluginFolder> folders,
                                                       std::string_view id, Refusal& refusal);

// False where the file is a link, or where it takes the id of a bundled plugin.
[[nodiscard]] bool may_lie_there(const FoundLibrary& library, std::span<const PluginFolder> folders,
                                 Refusal& refusal);

}  // namespace colonnade::engine
