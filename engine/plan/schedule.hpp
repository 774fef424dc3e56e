// SPDX-License-Identifier: Apache-2.0
// When the work of a plan is done. What is done every week, or fills a window, begins in the first
// week and is spread evenly; the rest is done one after the other in the hours that are left.
#pragma once

#include <span>
#include <vector>

#include "engine/plan/choice.hpp"
#include "engine/plan/plan.hpp"

namespace colonnade::engine {

// Ten years: further ahead nobody plans, and windows may be longer.
inline constexpr int MostPlanWeeks = 520;

struct PlannedWork {
    int first_week = 1;
    int last_week = 1;
    int reached_week = 1;
    std::vector<double> minutes;  // of each week from the first of the plan on
};

// Of the options in the order of work. `weeks` is the horizon of the rulebook.
[[nodiscard]] std::vector<PlannedWork> scheduled(std::span<const PlanOption* const> options,
                                                 const PlanGoal& goal, double horizon);

}  // namespace colonnade::engine
