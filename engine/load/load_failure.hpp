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
    std::string unreadable_help;            // what to do then, where that is known
    std::vector<PluginProblem> plugins;     // plugins that were refused
    // Pillars that those were to bring: what they measure nobody knows, so there is no score.
    std::vector<std::string> pillars;
};

}  // namespace colonnade::engine
