// SPDX-License-Identifier: Apache-2.0
// The functions of the plugin `people`; each file beside this one holds one of them.
#pragma once

#include "colonnade/sdk.hpp"

namespace colonnade::people {

extern const sdk::Definition ActiveDays;
extern const sdk::Definition ActiveWeeks;

}  // namespace colonnade::people
