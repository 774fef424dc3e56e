// SPDX-License-Identifier: Apache-2.0
// Which choices must be looked at together. Choices of different groups move different rules and
// cautions, and what they bring to the total adds up.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/plan/choice.hpp"

namespace colonnade::engine {

struct PlanGroup {
    std::vector<std::size_t> choices;  // by index, in rising order
    double most_gain = 0;              // more they cannot bring, whatever is taken
};

[[nodiscard]] std::vector<PlanGroup> plan_groups(const ScoredBatch& scored, std::size_t row,
                                                 const std::vector<PlanChoice>& choices);
// All in one, where nothing is known of them.
[[nodiscard]] PlanGroup one_plan_group(const ScoredBatch& scored, std::size_t row,
                                       const std::vector<PlanChoice>& choices);

}  // namespace colonnade::engine
