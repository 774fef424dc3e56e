// SPDX-License-Identifier: Apache-2.0
// What a plan is for, as the command line says it.
#pragma once

#include <optional>

#include "cli/options.hpp"
#include "engine/plan/plan.hpp"

namespace colonnade::cli {

// Whether it says anything of it.
[[nodiscard]] bool names_plan(const Options& options);
// Nothing where that makes no sense, which has been said.
[[nodiscard]] std::optional<engine::PlanGoal> plan_goal(const Options& options);

}  // namespace colonnade::cli
