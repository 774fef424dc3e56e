// SPDX-License-Identifier: Apache-2.0
// The entry of the plugin `people`: the one thing that its library exports.
#include "functions.hpp"

using namespace colonnade::people;

constinit const colonnade_plugin colonnade_plugin_entry =
    colonnade::sdk::plugin<ActiveDays, ActiveWeeks>("people", "1.0.0");
