// SPDX-License-Identifier: Apache-2.0
// Which instructions have a value that nothing changes, whatever becomes known of the profile: all
// their parts have, and a list reaches back as far as is asked.
#include <algorithm>

#include "engine/bounds/bound_evaluator.hpp"
#include "engine/evaluate/load.hpp"

namespace colonnade::engine {
namespace {

using dsl::Op;

bool is_certainly(const Interval& i, double value) {
    return i.low == value && i.high == value && !i.none;
}

}  // namespace

// What most instructions are told by stands ready, because every profile with a gap asks.
void BoundEvaluator::plan() {
    for (const int i : evaluator_.needed()) {
        if (evaluator_.is_held(i)) continue;
        const auto& in = program_.at(i);
        const bool is_plain = !in.is_text() && in.base < 0 && in.op != Op::Refused;
        Step step{i, Step::By::All, {}};
        if (is_plain && in.op == Op::Fact) step.by = Step::By::Value;
        if (is_plain && !in.args.empty()) step = {i, Step::By::Parts, in.args};
        const bool is_always = !in.expand && (in.op == Op::Constant || in.op == Op::AsOf);
        if (!is_always) steps_.push_back(step);
    }
}

bool BoundEvaluator::is_step_fixed(const Step& step) const {
    switch (step.by) {
        case Step::By::Value:
            return evaluator_.slot(step.instruction).known[row_] != 0;
        case Step::By::Parts:
            break;
        case Step::By::All:
            return is_fixed(program_.at(step.instruction), step.instruction);
    }
    std::uint8_t all = 1;
    for (const int part : step.parts)
        all = all & fixed_[index(part)];
    return all != 0;
}

bool BoundEvaluator::is_fixed(const Instruction& in, int i) const {
    if (in.is_text()) return is_text_fixed(in, i);
    if (in.base >= 0) return is_aggregate_fixed(in);
    switch (in.op) {
        case Op::Field:
            return all_known(batch().lists[index(in.fact)].fields[index(in.field)].known,
                             range_of(in.scope));
        case Op::ListValue:
            return in.field < 0 ||
                   all_known(batch().lists[index(in.fact)].fields[index(in.field)].known,
                             range_of(in.scope));
        case Op::Call:
            return is_call_fixed(in, i);
        default:
            return in.op != Op::Refused;
    }
}

bool BoundEvaluator::is_text_fixed(const Instruction& in, int i) const {
    if (in.expand || in.op == Op::Lower) return is_fixed(in.args.front());
    if (in.op == Op::Fact) return evaluator_.text(i).known[row_] != 0;
    if (in.op != Op::Field) return true;
    return all_known(batch().lists[index(in.fact)].fields[index(in.field)].known,
                     range_of(in.scope));
}

// True where the list is known, and no part of the window lies before its data.
bool BoundEvaluator::is_whole(int fact, double window) const {
    return batch().lists[index(fact)].known.test(row_) &&
           !reaches_before_data(time_of(fact, window));
}

bool BoundEvaluator::is_aggregate_fixed(const Instruction& in) const {
    return is_whole(in.fact, in.number) && is_fixed(in.base) && is_fixed(in.condition) &&
           is_fixed(in.element);
}

// A plugin that failed says nothing: its result could be anything.
bool BoundEvaluator::is_call_fixed(const Instruction& in, int i) const {
    if (evaluator_.failure(i, row_) != nullptr) return false;
    return std::all_of(in.call.begin(), in.call.end(), [&](const CallArgument& argument) {
        return argument.base >= 0 ? is_list_certain(argument) : is_fixed(argument.value);
    });
}

// Only the fields of elements that are handed over matter.
bool BoundEvaluator::is_list_certain(const CallArgument& argument) const {
    if (!is_whole(argument.fact, program_.at(argument.base).number)) return false;
    const auto& list = batch().lists[index(argument.fact)];
    const auto elements = range_of(argument.fact);
    for (std::size_t k = 0; k < elements.count; ++k) {
        const auto base = at(argument.base, k);
        const auto condition =
            argument.condition < 0 ? Interval::point(1) : at(argument.condition, k);
        if (is_certainly(base, 0) || is_certainly(condition, 0)) continue;
        if (!is_certainly(base, 1) || !is_certainly(condition, 1)) return false;
        for (const int field : argument.fields) {
            if (!list.fields[index(field)].known.test(elements.first + k)) return false;
        }
    }
    return true;
}

}  // namespace colonnade::engine
