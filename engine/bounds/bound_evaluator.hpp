// SPDX-License-Identifier: Apache-2.0
// Runs a program over intervals: for every instruction, what it could be whatever the unknown facts
// are. Only for profiles with something unknown; the others' values are their bounds. And only for
// the instructions that something unknown can change: the others stay what they are.
#pragma once

#include <span>
#include <vector>

#include "engine/bounds/interval.hpp"
#include "engine/bounds/members.hpp"
#include "engine/column/batch.hpp"
#include "engine/evaluate/aggregates.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

class BoundEvaluator {
public:
    // Both must outlive this.
    BoundEvaluator(const Program& program, const Evaluator& evaluator);

    // Computes every instruction for one profile, which is among those that the evaluator has run
    // for.
    void run(std::size_t row);
    // Of an instruction about the profile.
    [[nodiscard]] Interval of(int instruction) const { return at(instruction, 0); }
    // Nothing that is unknown in the profile can change the instruction; true without one.
    [[nodiscard]] bool is_fixed(int instruction) const {
        return instruction < 0 || fixed_[index(instruction)] != 0;
    }
    [[nodiscard]] const Batch& batch() const { return evaluator_.batch(); }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] Range range_of(int scope) const;
    // Of the profile, or of its element `k`.
    [[nodiscard]] Interval at(int instruction, std::size_t k) const;
    [[nodiscard]] std::span<const Interval> all_of(int instruction);
    // The value as evaluated: a point, or without value.
    [[nodiscard]] Interval evaluated(int instruction, std::size_t at) const;

    // How it is told whether an instruction is fixed.
    struct Step {
        enum class By { Value, Parts, All };
        int instruction = -1;
        By by = By::All;
        std::span<const int> parts;
    };

    // fixed.cpp
    void plan();
    [[nodiscard]] bool is_step_fixed(const Step& step) const;
    [[nodiscard]] bool is_fixed(const Instruction& in, int i) const;
    [[nodiscard]] bool is_text_fixed(const Instruction& in, int i) const;
    [[nodiscard]] bool is_aggregate_fixed(const Instruction& in) const;
    [[nodiscard]] bool is_call_fixed(const Instruction& in, int i) const;
    [[nodiscard]] bool is_list_certain(const CallArgument& argument) const;
    [[nodiscard]] bool is_whole(int fact, double window) const;
    [[nodiscard]] Interval compute(const Instruction& in, int i, std::size_t k);
    [[nodiscard]] Interval of_call(const Instruction& in, int i, std::size_t k) const;
    [[nodiscard]] Interval of_text(const Instruction& in, int i, std::size_t k) const;
    [[nodiscard]] Interval of_parts(const Instruction& in, const Interval& now, std::size_t k);
    [[nodiscard]] Interval selection(const Instruction& in, int i, std::size_t k) const;
    [[nodiscard]] Interval aggregate(const Instruction& in, const Interval& now);
    [[nodiscard]] Interval of_elements(const Instruction& in, const Interval& now);
    [[nodiscard]] static Interval rate_of(const Members& members, TimeSpan time, bool none);
    // The time that a list is about.
    [[nodiscard]] TimeSpan time_of(int fact, double window) const;

    const Program& program_;
    const Evaluator& evaluator_;
    std::size_t row_ = 0;
    std::vector<Step> steps_;          // without what is always fixed
    std::vector<std::uint8_t> fixed_;  // per instruction
    // Per instruction that can change: one interval, or one per element of the profile's list.
    // Texts: certain or not.
    std::vector<std::vector<Interval>> values_;
    std::vector<Interval> parts_;
};

}  // namespace colonnade::engine
