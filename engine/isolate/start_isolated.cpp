// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/start_isolated.hpp"

#include "engine/isolate/isolated_plugin.hpp"

namespace colonnade::engine {

std::shared_ptr<const Plugin> start_isolated(const InspectedPlugin& plugin,
                                             const PluginSettings& settings, Refusal& refusal) {
    return IsolatedPlugin::start(plugin.content, {settings.host_program, settings.host}, refusal);
}

}  // namespace colonnade::engine
