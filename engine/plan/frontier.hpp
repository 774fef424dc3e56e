// SPDX-License-Identifier: Apache-2.0
// Choices of which no other brings as much for less. Two groups of choices that have nothing to do
// with one another make one frontier of sums.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/plan/plan.hpp"

namespace colonnade::engine {

// Of each choice the option that is taken, counted from 1, or 0.
using PlanPicks = std::array<std::uint16_t, MostPlanTips>;

struct PlanPoint {
    double minutes = 0;
    double gain = 0;
    PlanPicks picks{};
};

// In rising order of both minutes and gain.
using PlanFrontier = std::vector<PlanPoint>;

// More of them differ by less than anybody can plan. Some are then left out, and how much that can
// cost is told.
inline constexpr std::size_t MostPlanPoints = 10'000;
// And of sums that are made of two frontiers at once: they take 16 MB.
inline constexpr std::size_t MostPlanSums = 200'000;

// Sums that cannot be part of the answer.
struct PlanLimits {
    double most_minutes = 0;
    double least_gain = 0;
    bool saves_minutes = false;  // points left out may cost minutes rather than gain
};

// The points that no other is as good as; of equal ones the first by picks.
[[nodiscard]] PlanFrontier pareto(std::vector<PlanPoint> points);

// Every sum of a point of each. `off` grows by what leaving points out may cost.
[[nodiscard]] PlanFrontier sum_of(PlanFrontier a, PlanFrontier b, const PlanLimits& limits,
                                  double& off);

}  // namespace colonnade::engine
