// SPDX-License-Identifier: Apache-2.0
// A plan as it is shown: gains are differences of what is shown, so they add up.
#pragma once

#include "engine/plan/plan.hpp"

namespace colonnade::cli {

void round_plan(engine::Plan& plan, int decimals);

}  // namespace colonnade::cli
