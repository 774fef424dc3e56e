// SPDX-License-Identifier: Apache-2.0
// Results of one person by one rulebook, week by week. Weeks begin on Monday, as in ISO 8601; a
// week counts by its last result, and one without a result is a gap.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

struct TrendChange {
    double points = 0;       // of what is shown
    std::size_t from = 0;    // the index of the earlier result
    std::int64_t weeks = 1;  // between them
    bool same_rules = true;
};

struct Trend {
    std::vector<engine::Result> results;  // ascending by as_of, rounded
    // From the first to the last: the index of each week's result.
    std::vector<std::optional<std::size_t>> weeks;

    [[nodiscard]] const engine::Result& latest() const { return results.back(); }
    // Of a week against the one before it that has a score; both must have one.
    [[nodiscard]] std::optional<TrendChange> change(std::size_t week) const;
    // The pillar of this id in each week, or the total where it is empty.
    [[nodiscard]] std::vector<std::optional<double>> series(const std::string& pillar) const;
};

// One for each rulebook, in the order of their first results. All figures are rounded to
// `decimals`.
[[nodiscard]] std::vector<Trend> trends_of(std::vector<engine::Result> results, int decimals);

// Weeks since the one of 1970-01-01.
[[nodiscard]] std::int64_t week_of(std::int64_t as_of);
// `2026-W47`
[[nodiscard]] std::string week_text(std::int64_t as_of);
// The difference of two shown figures has no more decimals than they.
[[nodiscard]] double shown_difference(double from, double to);

}  // namespace colonnade::cli
