// SPDX-License-Identifier: Apache-2.0
// The figures that a table can show, each a column of the scores.
#pragma once

#include <cstddef>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/score/score_columns.hpp"
#include "engine/score/shared_columns.hpp"

namespace colonnade::cli {

// Where each figure lies among them.
struct FigurePlaces {
    static constexpr std::size_t Score = 0;
    static constexpr std::size_t Low = 1;
    static constexpr std::size_t High = 2;
    static constexpr std::size_t Assessed = 3;
    static constexpr std::size_t FirstPillar = 4;

    explicit FigurePlaces(const dsl::Rulebook& rulebook);

    // The rules of a pillar lie side by side.
    struct Group {
        std::size_t first = 0;
        std::size_t size = 0;
    };
    std::vector<Group> pillars;
    std::vector<double> points_of_rules;  // as the rulebook gives them
    std::size_t first_rule = 0;
    std::size_t end = 0;
};

// In these places, good as long as the scores are.
void find_figures(const FigurePlaces& places, const engine::ScoreColumns& scores,
                  std::vector<engine::PartColumn>& figures);

}  // namespace colonnade::cli
