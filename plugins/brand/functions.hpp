// SPDX-License-Identifier: Apache-2.0
// The functions of the plugin `brand`; each file beside this one holds one of them.
#pragma once

#include "colonnade/sdk.hpp"

namespace colonnade::brand {

extern const sdk::Definition CvGap;
extern const sdk::Definition MissingSections;
extern const sdk::Definition LastChange;

}  // namespace colonnade::brand
