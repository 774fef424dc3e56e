// SPDX-License-Identifier: Apache-2.0
// Scores of all profiles of a batch as columns: what tables of many people are written from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/bounds/bound_evaluator.hpp"
#include "engine/column/buffer.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/score/score.hpp"
#include "engine/score/total_bounds.hpp"

namespace colonnade::engine {

// What full points would be is not kept for each profile: of an assessed rule it is its pillar's
// `scale` times the points that the rulebook gives it, and every byte here costs time.
struct RuleColumn {
    Buffer<Status> status;
    Buffer<double> points;  // of 100 in total; 0 unless assessed
};

struct PillarColumn {
    Buffer<std::uint8_t> assessed;  // 0 where no rule of it was: it has no points then
    Buffer<double> points;
    Buffer<double> of;
    Buffer<double> scale;     // what each point of an assessed rule is of the total
    Buffer<double> withheld;  // taken away by a cap, <= 0
};

// One value per profile in every column.
struct ScoreColumns {
    std::size_t rows = 0;
    std::size_t failed = 0;         // rows with a rule in error
    Buffer<std::uint8_t> assessed;  // 0 where no rule was: there is no total then
    Buffer<double> total;           // 0..100
    Buffer<double> low;
    Buffer<double> high;
    Buffer<double> share_assessed;      // share of the points that was assessed
    std::vector<PillarColumn> pillars;  // in the rulebook's order
    std::vector<RuleColumn> rules;      // of all pillars, in order
};

class BlockScorer;

// Scores batches one after the other, in memory that is used again.
class BatchScorer {
public:
    // All must outlive this. The program must have been compiled from `rulebook`.
    BatchScorer(const dsl::Rulebook& rulebook, const Program& program, FunctionHost& functions);
    ~BatchScorer();
    BatchScorer(const BatchScorer&) = delete;

    // Good until the next call.
    [[nodiscard]] const ScoreColumns& score(const Batch& batch);

private:
    [[nodiscard]] std::size_t rows_of_block(const Batch& batch) const;
    void bound(Range rows);
    void bound_row(std::size_t row);
    [[nodiscard]] bool has_error(std::size_t row) const;

    const Program& program_;
    Evaluator evaluator_;
    BoundEvaluator bounds_;
    TotalBounds total_bounds_;
    std::unique_ptr<BlockScorer> block_;
    ScoreColumns columns_;
    Score bounded_;  // of one profile
};

}  // namespace colonnade::engine
