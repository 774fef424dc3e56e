// SPDX-License-Identifier: Apache-2.0
// Scores of many people who do not exist, as columns: for tables, without any rules being run.
#pragma once

#include <cstddef>
#include <cstdint>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/column/batch.hpp"
#include "engine/score/score_columns.hpp"

namespace colonnade::tests {

struct MadeSize {
    std::size_t rows = 0;
    std::size_t pillars = 4;
    std::size_t rules = 10;  // of each pillar
    int assessed = 93;       // percent of the rules
};

struct MadeScores {
    dsl::Rulebook rulebook;  // only what tables need
    engine::Batch batch;     // ids and moments
    engine::ScoreColumns scores;
};

// The same size and seed give the same scores. Full points, none, some of a few steps and any in
// between; caps, rules that are not assessed, now and then a whole pillar or person.
[[nodiscard]] MadeScores make_scores(const MadeSize& size, std::uint64_t seed);

}  // namespace colonnade::tests
