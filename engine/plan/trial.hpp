// SPDX-License-Identifier: Apache-2.0
// What becomes of the total under some values, found by evaluating again what depends on them: the
// same that a tip's gain and `whatif` are.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/explain/scored_batch.hpp"

namespace colonnade::engine {

class PlanTrial {
public:
    struct Outcome {
        double total = 0;
        std::vector<int> cautions;  // new ones, by index
    };

    // `free` are the instructions that may be held. `scored` must outlive this.
    PlanTrial(const ScoredBatch& scored, std::size_t row, std::span<const int> free);

    [[nodiscard]] Outcome outcome(std::span<const Override> held);
    // The total with its bounds, which take many times as long.
    [[nodiscard]] Score bounded(std::span<const Override> held);

private:
    const ScoredBatch& scored_;
    std::size_t row_;
    Evaluator evaluator_;
    std::vector<int> cautions_;  // that are not raised today, by index
};

}  // namespace colonnade::engine
