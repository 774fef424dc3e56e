// SPDX-License-Identifier: Apache-2.0
// The entry of the plugin `insights`: the one thing that its library exports.
#include "functions.hpp"

using namespace colonnade::insights;

constinit const colonnade_plugin colonnade_plugin_entry =
    colonnade::sdk::plugin<Regularity, Curated, MatchesOf>("insights", "1.0.0");
