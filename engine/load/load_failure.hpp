// SPDX-License-Identifier: Apache-2.0
// Why a rulebook is not there, or not all of it, beyond what is wrong in its text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/host/plugins.hpp"

namespace colonnade::engine {

struct LoadFailure {
    std::optional<std::string> unreadable;  // the rulebook's file itself
    std::vector<PluginProblem> plugins;     // plugins that were refused
    // One of those was to bring a pillar: what it is worth and what it measures nobody knows.
    bool lacks_pillar = false;
};

}  // namespace colonnade::engine
