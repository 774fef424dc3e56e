// SPDX-License-Identifier: Apache-2.0
// The entry of the plugin `brand`: the one thing that its library exports.
#include "functions.hpp"

using namespace colonnade::brand;

constinit const colonnade_plugin colonnade_plugin_entry =
    colonnade::sdk::plugin<CvGap, MissingSections, LastChange>("brand", "1.0.0");
