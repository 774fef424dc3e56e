// SPDX-License-Identifier: Apache-2.0
// The way to start plugins in processes of their own, in the form that `PluginSettings` takes.
#pragma once

#include <memory>

#include "engine/host/inspect.hpp"
#include "engine/host/plugin_settings.hpp"

namespace colonnade::engine {

// Null with `refusal` filled, as `IsolatedPlugin::start`.
[[nodiscard]] std::shared_ptr<const Plugin> start_isolated(const InspectedPlugin& plugin,
                                                           const PluginSettings& settings,
                                                           Refusal& refusal);

}  // namespace colonnade::engine
