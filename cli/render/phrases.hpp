// SPDX-License-Identifier: Apache-2.0
// Single phrases about a result, in its language, that several formats say. Results are rounded to
// one decimal already.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

// The day of the score.
[[nodiscard]] std::string as_of_text(const engine::Result& result);
// `86% of the points could be assessed`.
[[nodiscard]] std::string assessed_text(const engine::Result& result);
// `for sure between 57.1 and 71.0`.
[[nodiscard]] std::string interval_text(const engine::Result& result);
[[nodiscard]] std::string interval_text(double low, double high, std::string_view language);
// A rating that the unknown facts may change is shown as a span.
[[nodiscard]] std::string rating_span(const engine::Result& result);
// At most `most` unknown facts with their points.
[[nodiscard]] std::string unknown_text(const engine::Result& result, std::size_t most);
// The place among people of a cohort.
[[nodiscard]] std::string rank_text(const engine::RankResult& rank, std::string_view language);
// The value of a rule with its target, or why there is none.
[[nodiscard]] std::string rule_value_text(const engine::RuleResult& rule,
                                          std::string_view language);

}  // namespace colonnade::cli
