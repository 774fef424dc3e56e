// SPDX-License-Identifier: Apache-2.0
// What a person decided about plugins, as the engine takes it, and what she should know about those
// that run.
#pragma once

#include "cli/options.hpp"
#include "engine/host/plugins.hpp"

namespace colonnade::cli {

[[nodiscard]] engine::PluginSettings plugin_settings(const Options& options);

// Names the plugins whose content nothing pins, each once in a run of the program.
void say_unpinned(const engine::Plugins& plugins);

}  // namespace colonnade::cli
