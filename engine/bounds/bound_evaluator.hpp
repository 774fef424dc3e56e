// SPDX-License-Identifier: Apache-2.0
// Runs a program over intervals: for every instruction, what it could be whatever the unknown facts
// are. Only for profiles with something unknown; the others' values are their bounds.
#pragma once

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
    // `evaluator` has run over the same batch; all must outlive this.
    BoundEvaluator(const Program& program, const Batch& batch, const Evaluator& evaluator);

    // Computes every instruction for one profile.
    void run(std::size_t row);
    // Of an instruction about the profile.
    [[nodiscard]] const Interval& of(int instruction) const {
        return values_[static_cast<std::size_t>(instruction)].front();
    }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] std::size_t begin_of(const Instruction& in) const;
    [[nodiscard]] std::size_t count_of(const Instruction& in) const;
    [[nodiscard]] Interval compute(const Instruction& in, std::size_t k) const;
    [[nodiscard]] Interval of_part(int part, const Instruction& user, std::size_t k) const;
    [[nodiscard]] Interval of_text(const Instruction& in, std::size_t k) const;
    [[nodiscard]] Interval selection(const Instruction& in, std::size_t k) const;
    [[nodiscard]] Interval aggregate(const Instruction& in, const Interval& now) const;
    [[nodiscard]] Interval of_elements(const Instruction& in, const Interval& now) const;
    [[nodiscard]] static Interval rate_of(const Members& members, TimeSpan time, bool none);
    // The time that a list is about.
    [[nodiscard]] TimeSpan time_of(int fact, double window) const;
    [[nodiscard]] bool is_call_certain(const Instruction& in, std::size_t k) const;
    [[nodiscard]] bool is_list_certain(const CallArgument& argument) const;
    // The value as evaluated: a point, or without value.
    [[nodiscard]] Interval evaluated(int instruction, std::size_t at) const;

    const Program& program_;
    const Batch& batch_;
    const Evaluator& evaluator_;
    std::size_t row_ = 0;
    // Per instruction: one interval, or one per element of the profile's list. Texts: certain or
    // not.
    std::vector<std::vector<Interval>> values_;
};

}  // namespace colonnade::engine
