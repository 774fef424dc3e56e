// SPDX-License-Identifier: Apache-2.0
// Statuses, points, pillars and totals of a block of profiles: what `score_row` says of each of
// them, column by column.
#pragma once

#include <vector>

#include "engine/evaluate/evaluator.hpp"
#include "engine/score/block_sums.hpp"
#include "engine/score/score_columns.hpp"

namespace colonnade::engine {

class BlockScorer {
public:
    // All must outlive this.
    BlockScorer(const dsl::Rulebook& rulebook, const Program& program, const Evaluator& evaluator);

    // Of a rule in a profile of the block that it is assessed in.
    [[nodiscard]] double share(std::size_t rule, std::size_t row) const {
        return judged_[rule].shares[row - rows_.first];
    }

    // Fills the block's rows of the columns, without bounds. The evaluator has run for these rows.
    void score(Range rows, ScoreColumns& columns);

private:
    // Masks (see block_sums.hpp) of where a rule counts, and where it is assessed.
    struct Judged {
        const double* counts = nullptr;
        const double* assessed = nullptr;
        Buffer<double> shares;
        Buffer<double> own_counts;
        Buffer<double> own_assessed;

        void make_room(std::size_t count);
    };

    void judge(const dsl::Rule& rule, std::size_t index, Range rows, RuleColumn& column);
    [[nodiscard]] Judgement judgement_of(const dsl::Rule& rule, const CompiledRule& compiled,
                                         Range rows) const;
    [[nodiscard]] bool needs_each(const dsl::Rule& rule, const CompiledRule& compiled) const;
    void judge_each(const dsl::Rule& rule, std::size_t index, Range rows, RuleColumn& column);
    void sum(std::size_t pillar, std::size_t first, Range rows, ScoreColumns& columns);
    void apply_cap(const dsl::Rule& rule, std::size_t index, Range rows, const RuleColumn& column,
                   PillarSums& sums) const;
    void give(std::size_t pillar, std::size_t first, Range rows, ScoreColumns& columns);
    void give_total(Range rows, ScoreColumns& columns) const;

    const dsl::Rulebook& rulebook_;
    const Program& program_;
    const Evaluator& evaluator_;
    Range rows_;
    std::vector<Judged> judged_;    // per rule
    std::vector<PillarSums> sums_;  // per pillar
    Buffer<double> weight_assessed_;
    Buffer<double> weight_counted_;
    Buffer<double> units_;
    bool is_all_assessed_ = true;  // of what counts, in the whole block
};

}  // namespace colonnade::engine
