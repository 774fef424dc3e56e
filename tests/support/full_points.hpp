// SPDX-License-Identifier: Apache-2.0
// What full points of each rule are, of a profile whose scores lie in columns.
#pragma once

#include <cstddef>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/score/score_columns.hpp"

namespace colonnade::tests {

// Of all pillars, in order; 0 for a rule that is not assessed.
[[nodiscard]] inline std::vector<double> full_points(const dsl::Rulebook& rulebook,
                                                     const engine::ScoreColumns& columns,
                                                     std::size_t row) {
    std::vector<double> full;
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        for (const auto& rule : rulebook.pillars[p].rules) {
            const auto status = columns.rules[full.size()].status[row];
            const bool has_points = status == engine::Status::Assessed;
            full.push_back(has_points ? columns.pillars[p].scale[row] * rule.points : 0);
        }
    }
    return full;
}

}  // namespace colonnade::tests
