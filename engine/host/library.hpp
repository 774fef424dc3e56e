// SPDX-License-Identifier: Apache-2.0
// Shared libraries by plugin id: found in folders, opened, never closed before the process ends.
// Opening runs the library's constructors: only what a person or a rulebook names is opened.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "colonnade/plugin.h"
#include "engine/host/refusal.hpp"
#include "engine/host/sealed_library.hpp"

namespace colonnade::engine {

// [a-z][a-z0-9-]*, at most 64: an id, never a path.
[[nodiscard]] bool is_plugin_id(std::string_view id);

// Ids of all files in the folders that are named as a plugin's, each once, in order. Nothing is
// opened.
[[nodiscard]] std::vector<std::string> library_ids(std::span<const std::filesystem::path> folders);

// The canonical file of `<id>.so` in the first folder that has one.
[[nodiscard]] std::optional<std::filesystem::path> find_library(
    std::span<const std::filesystem::path> folders, std::string_view id, Refusal& refusal);

// The address of the entry of the library in `file`, a result of `find_library`, or null. Nothing
// behind the address has been looked at.
[[nodiscard]] const colonnade_plugin* open_library(const std::filesystem::path& file,
                                                   Refusal& refusal);
// The same out of sealed memory, which lives as long as the process from then on.
[[nodiscard]] const colonnade_plugin* open_library(
    const std::shared_ptr<const SealedLibrary>& library, Refusal& refusal);

}  // namespace colonnade::engine
