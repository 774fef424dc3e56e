// SPDX-License-Identifier: Apache-2.0
// Shared libraries of plugins: opened, never closed before the process ends.
// Opening runs the library's constructors: only what a person or a rulebook names is opened.
#pragma once

#include <filesystem>
#include <memory>

#include "colonnade/plugin.h"
#include "engine/host/refusal.hpp"
#include "engine/host/sealed_library.hpp"

namespace colonnade::engine {

// What a plugin exports, and all that it exports.
inline constexpr const char* EntrySymbol = "colonnade_plugin_entry";

// The address of the entry of the library in `file`, a result of `find_library`, or null. Nothing
// behind the address has been looked at.
[[nodiscard]] const colonnade_plugin* open_library(const std::filesystem::path& file,
                                                   Refusal& refusal);
// The same out of sealed memory, which lives as long as the process from then on.
[[nodiscard]] const colonnade_plugin* open_library(
    const std::shared_ptr<const SealedLibrary>& library, Refusal& refusal);

}  // namespace colonnade::engine
