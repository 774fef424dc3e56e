// SPDX-License-Identifier: Apache-2.0
// The best choice of options. Within a group every combination is evaluated; groups then make one
// frontier of sums. So the answer is the best one there is, unless a group is too large or a
// frontier too long: then it is told how far it can be off.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/plan/choice.hpp"
#include "engine/plan/frontier.hpp"

namespace colonnade::engine {

// Combinations of one group: a fraction of a second. Beyond, only those of the choices that gain
// most for the effort.
inline constexpr std::size_t MostPlanCombinations = 65'536;

struct PlanSolution {
    PlanPicks picks{};
    double minutes = 0;
    double total = 0;  // as evaluated with all of them
    bool is_reached = true;
    bool is_optimal = true;
    double points_off = 0;
    double minutes_off = 0;
};

// At most MostPlanTips choices.
[[nodiscard]] PlanSolution find_plan(const ScoredBatch& scored, std::size_t row,
                                     const std::vector<PlanChoice>& choices, const PlanGoal& goal);

// The values that the picks hold.
[[nodiscard]] std::vector<Override> held_by(const PlanPicks& picks,
                                            const std::vector<PlanChoice>& choices);

// True where a total, as shown with one decimal, is the target or more.
[[nodiscard]] bool reaches(double total, double target);

}  // namespace colonnade::engine
