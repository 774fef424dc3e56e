// SPDX-License-Identifier: Apache-2.0
// The guaranteed bounds of a total. Each rule gets the least and greatest share that its measure's
// interval allows; rules are taken as independent. A rule that may turn out not to be assessed is
// in or out, whichever is worse (for the low bound) or better (for the high one).
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/bounds/bound_evaluator.hpp"
#include "engine/program/program.hpp"
#include "engine/score/score.hpp"

namespace colonnade::engine {

class TotalBounds {
public:
    // Both must outlive this.
    TotalBounds(const dsl::Rulebook& rulebook, const Program& program);

    // Adds the bounds to the score of a profile; `bounds` has run for its row, or is null where it
    // has nothing unknown and no plugin failed.
    void add(const BoundEvaluator* bounds, std::size_t row, Score& score);

private:
    // A part of a weighted mean that may be absent.
    struct Part {
        double weight = 0;
        double low = 0;
        double high = 1;
        bool can_count = true;
        bool must_count = false;
    };
    struct RuleBounds {
        Part part;
        bool may_fail = false;   // a pass that can turn out to be false
        bool must_fail = false;  // one that is false whatever comes
    };
    // A weighted mean that grows: of the parts that must count, and of those that may.
    struct Mean {
        double weight = 0;
        double sum = 0;
        std::vector<std::pair<double, double>> may;  // value and weight

        void clear();
        void add(double value, double part_weight, bool must_count);
        // The least one over all choices of the parts that may be absent.
        [[nodiscard]] double least();
    };

    [[nodiscard]] static RuleBounds settled(const dsl::Rule& rule, const RuleScore& score);
    [[nodiscard]] static RuleBounds open(const dsl::Rule& rule, const CompiledRule& compiled,
                                         const BoundEvaluator& bounds, bool in_force);
    [[nodiscard]] Part pillar(std::size_t pillar, std::size_t first, const BoundEvaluator& bounds,
                              std::int64_t as_of, const Score& score);
    void start();
    void take(const Part& part);
    [[nodiscard]] Part finish(double weight);

    const dsl::Rulebook& rulebook_;
    const Program& program_;
    std::vector<Part> pillars_;
    // Of the mean that is being made: the least, and the least of what is missing to 1.
    Mean low_;
    Mean missing_;
    bool can_count_ = false;
    bool must_count_ = false;
};

}  // namespace colonnade::engine
