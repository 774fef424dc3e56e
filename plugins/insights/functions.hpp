// SPDX-License-Identifier: Apache-2.0
// The functions of the plugin `insights`; each file beside this one holds one of them.
#pragma once

#include "colonnade/sdk.hpp"

namespace colonnade::insights {

extern const sdk::Definition Regularity;
extern const sdk::Definition Curated;
extern const sdk::Definition MatchesOf;

}  // namespace colonnade::insights
