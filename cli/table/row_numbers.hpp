// SPDX-License-Identifier: Apache-2.0
// What one row of a table shows, before it is written: exact, or rounded so that pillars add up to
// the total and rules to their pillar.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "cli/table/columns.hpp"
#include "engine/score/decimals.hpp"
#include "engine/score/score_columns.hpp"

namespace colonnade::cli {

class RowNumbers {
public:
    // Of 100 in total; nothing where nothing was assessed.
    std::optional<double> total;
    double low = 0;
    double high = 100;
    std::vector<std::optional<double>> pillars;
    std::vector<std::optional<double>> rules;
    std::array<std::optional<std::size_t>, Gaps> gaps;  // rules

    explicit RowNumbers(const dsl::Rulebook& rulebook);

    void take(const engine::ScoreColumns& scores, std::size_t row);
    // Precondition: taken from that row.
    void round(const engine::ScoreColumns& scores, std::size_t row,
               const engine::Decimals& decimals);

private:
    void find_gaps(const engine::ScoreColumns& scores, std::size_t row);
    void round_rules(const engine::ScoreColumns& scores, std::size_t row, std::size_t pillar,
                     double of, const engine::Decimals& decimals);

    std::vector<std::size_t> first_rules_;  // per pillar, and the number of all rules
};

}  // namespace colonnade::cli
