// SPDX-License-Identifier: Apache-2.0
// What a report shows of the results that were kept of its person.
#pragma once

#include <vector>

#include "cli/html/report.hpp"
#include "cli/options.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

// Totals before that of `result` by the very same rules, rising by their moment, the latest
// MostPastScores. Empty where the store cannot be read, which has been said; it is made where there
// is none, because the result is about to be kept.
[[nodiscard]] std::vector<PastScore> past_scores(const Options& options,
                                                 const engine::Result& result);

}  // namespace colonnade::cli
