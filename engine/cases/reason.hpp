// SPDX-License-Identifier: Apache-2.0
// Why something came out as it did, in a line for the person whose test failed. English, like all
// that is not a result.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/scored_batch.hpp"

namespace colonnade::engine {

[[nodiscard]] std::string_view status_text(Status status);

[[nodiscard]] std::string reason_of_total(const Result& result);
[[nodiscard]] std::string reason_of_unknown(const Result& result);
[[nodiscard]] std::string reason_of_pillar(const PillarResult& pillar);
// `rule` is its index over all pillars.
[[nodiscard]] std::string reason_of_rule(const ScoredBatch& scored, std::size_t rule,
                                         const RuleResult& result);
// For the rules named, `pillar.rule`: where their tips stand, or why there is none.
[[nodiscard]] std::string reason_of_tips(const ScoredBatch& scored, const Result& result,
                                         const std::vector<std::string>& rules);
// For all cautions that are raised, or named: the value that decides.
[[nodiscard]] std::string reason_of_cautions(const ScoredBatch& scored,
                                             const std::vector<std::string>& cautions);

}  // namespace colonnade::engine
