// SPDX-License-Identifier: Apache-2.0
// What a plan can choose from: for each measure to leave it, to bring it to its target, or on a
// curve of steps to one of the steps on the way.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/explain/scored_batch.hpp"
#include "engine/explain/tip_cost.hpp"
#include "engine/plan/plan.hpp"

namespace colonnade::engine {

struct PlanOption {
    std::size_t rule = 0;        // over all pillars
    std::optional<double> from;  // the measure today, where it is known
    double aim = 0;              // what the work is for
    double value = 0;            // what is counted on: of it what is reached when the time is up
    double window = 0;           // weeks over which it rises, or 0
    bool is_whole = false;       // a number of things
    bool is_on_the_way = false;  // a step before the target
    TipCost cost;                // in the plan

    // Done a little every week, from the first on; else in one go.
    [[nodiscard]] bool is_rhythm() const {
        return window > 0 || cost.per == dsl::Effort::Per::Week;
    }
    // The value at the end of a week, which an effort every week from the first on has brought.
    [[nodiscard]] double risen(double weeks) const;
};

// Of one measure; two rules that measure the same are one choice. At most one option is taken.
struct PlanChoice {
    int instruction = -1;
    std::vector<PlanOption> options;  // of each rule in the order of the way
};

// In the order of the rulebook: of every rule with a tip whose measure is known and can move.
[[nodiscard]] std::vector<PlanChoice> plan_choices(const ScoredBatch& scored, std::size_t row,
                                                   const PlanGoal& goal);

}  // namespace colonnade::engine
