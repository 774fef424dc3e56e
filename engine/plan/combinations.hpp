// SPDX-License-Identifier: Apache-2.0
// Every combination of the options of one group, evaluated.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/plan/frontier.hpp"
#include "engine/plan/groups.hpp"

namespace colonnade::engine {

struct GroupFrontier {
    PlanFrontier found;
    PlanFrontier hoped;  // no combination is better than this; the same unless some were left out
    bool is_complete = true;
};

// Without combinations that raise a new caution.
[[nodiscard]] GroupFrontier evaluate_group(const ScoredBatch& scored, std::size_t row,
                                           const std::vector<PlanChoice>& choices,
                                           const PlanGroup& group);

}  // namespace colonnade::engine
