// SPDX-License-Identifier: Apache-2.0
// A batch that has been scored, and what can be said about each of its profiles. Scores of all
// profiles are computed at once; explanation and advice only for the profiles that are asked for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bounds/bound_evaluator.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/explain/result.hpp"
#include "engine/load/load_rulebook.hpp"
#include "engine/score/score.hpp"

namespace colonnade::engine {

class ScoredBatch {
public:
    // All must outlive this but `held`: values that are taken as given.
    ScoredBatch(const LoadedRulebook& loaded, const Batch& batch, FunctionHost& functions,
                std::span<const Override> held = {});

    [[nodiscard]] const Score& score(std::size_t row) const { return scores_[row]; }
    // Precondition: the profile of `row` is scored in a batch of its own; tips re-run the program.
    [[nodiscard]] Result explain(std::size_t row, std::string_view language) const;

    [[nodiscard]] const LoadedRulebook& loaded() const { return loaded_; }
    [[nodiscard]] const Batch& batch() const { return batch_; }
    [[nodiscard]] const Evaluator& evaluator() const { return evaluator_; }

private:
    const LoadedRulebook& loaded_;
    const Batch& batch_;
    Evaluator evaluator_;
    std::vector<Score> scores_;
};

// True where the condition of a caution is known to hold.
[[nodiscard]] bool is_raised(const Evaluator& evaluator, int caution, std::size_t row);

// The parts of `explain`. Each is about one profile.
[[nodiscard]] std::vector<TipResult> advise(const ScoredBatch& scored, std::size_t row,
                                            std::string_view language);
[[nodiscard]] std::vector<CautionResult> cautions(const ScoredBatch& scored, std::size_t row,
                                                  std::string_view language);
[[nodiscard]] std::vector<FailedCaution> failed_cautions(const ScoredBatch& scored,
                                                         std::size_t row);
[[nodiscard]] std::vector<UnknownResult> unknown_facts(const ScoredBatch& scored, std::size_t row,
                                                       std::string_view language);
// True where the data says nothing of the fact, or of a list not the whole.
[[nodiscard]] bool is_fact_unknown(const ScoredBatch& scored, int fact, std::size_t row);
// Ids of the unknown facts that a rule depends on, by its index over all pillars.
[[nodiscard]] std::vector<int> unknown_facts_of(const ScoredBatch& scored, std::size_t rule,
                                                std::size_t row);
// The rating of `part` of `whole`, judged by what is shown with one decimal.
[[nodiscard]] std::optional<RatingResult> rate(const dsl::Rulebook& rulebook, double part,
                                               double whole, std::string_view language);

}  // namespace colonnade::engine
