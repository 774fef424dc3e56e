// SPDX-License-Identifier: Apache-2.0
// The functions of the plugin `relationships`; each file beside this one holds one of them.
#pragma once

#include "colonnade/sdk.hpp"

namespace colonnade::relationships {

extern const sdk::Definition Seniority;
extern const sdk::Definition ReplyRate;
extern const sdk::Definition MedianReplyTime;
extern const sdk::Definition AcceptanceRate;

}  // namespace colonnade::relationships
