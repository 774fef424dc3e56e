// SPDX-License-Identifier: Apache-2.0
// The entry of the plugin `relationships`: the one thing that its library exports.
#include "functions.hpp"

using namespace colonnade::relationships;

constinit const colonnade_plugin colonnade_plugin_entry =
    colonnade::sdk::plugin<Seniority, ReplyRate, MedianReplyTime, AcceptanceRate>("relationships",
                                                                                  "1.0.0");
