// SPDX-License-Identifier: Apache-2.0
// The plugins that are found, folder by folder.
#pragma once

#include <span>
#include <string>

#include "engine/host/inspect.hpp"

namespace colonnade::cli {

// Lines of at most 80 cells, but for paths and commands: those stay whole, to be copied.
[[nodiscard]] std::string render_plugins(std::span<const engine::InspectedPlugin> plugins,
                                         const engine::PluginSettings& settings);
// Described in docs/plugins.md.
[[nodiscard]] std::string render_plugins_json(std::span<const engine::InspectedPlugin> plugins,
                                              const engine::PluginSettings& settings);

// In the words of both forms.
[[nodiscard]] std::string_view text_of(engine::RunsAs runs);
[[nodiscard]] std::string_view text_of(engine::Pinned pinned);

}  // namespace colonnade::cli
