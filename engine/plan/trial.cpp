// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/trial.hpp"

#include "engine/score/total_bounds.hpp"

namespace colonnade::engine {

PlanTrial::PlanTrial(const ScoredBatch& scored, std::size_t row, std::span<const int> free)
    : scored_(scored), row_(row), evaluator_(scored.evaluator().with_free(free)) {
    const auto& cautions = scored.loaded().program.cautions;
    for (std::size_t c = 0; c < cautions.size(); ++c) {
        if (!is_raised(scored.evaluator(), cautions[c], row))
            cautions_.push_back(static_cast<int>(c));
    }
}

PlanTrial::Outcome PlanTrial::outcome(std::span<const Override> held) {
    const auto& loaded = scored_.loaded();
    evaluator_.change(held);
    const auto score = score_row(loaded.rulebook, loaded.program, evaluator_, row_);
    Outcome outcome{score.total.value_or(0), {}};
    for (const int c : cautions_) {
        if (is_raised(evaluator_, loaded.program.cautions[static_cast<std::size_t>(c)], row_))
            outcome.cautions.push_back(c);
    }
    return outcome;
}

Score PlanTrial::bounded(std::span<const Override> held) {
    const auto& loaded = scored_.loaded();
    evaluator_.change(held);
    auto score = score_row(loaded.rulebook, loaded.program, evaluator_, row_);
    BoundEvaluator bounds(loaded.program, evaluator_);
    bounds.run(row_);
    TotalBounds(loaded.rulebook, loaded.program).add(&bounds, row_, score);
    return score;
}

}  // namespace colonnade::engine
