// SPDX-License-Identifier: Apache-2.0
#include "engine/bounds/bound_evaluator.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/bounds/interval_ops.hpp"
#include "engine/evaluate/aggregates.hpp"

namespace colonnade::engine {
namespace {

using dsl::Op;

constexpr double Infinity = std::numeric_limits<double>::infinity();

}  // namespace

BoundEvaluator::BoundEvaluator(const Program& program, const Evaluator& evaluator)
    : program_(program),
      evaluator_(evaluator),
      fixed_(program.code.size(), 1),
      values_(program.code.size()) {
    plan();
}

void BoundEvaluator::run(std::size_t row) {
    row_ = row;
    for (const auto& step : steps_) {
        const int i = step.instruction;
        fixed_[index(i)] = is_step_fixed(step) ? 1 : 0;
        if (fixed_[index(i)] != 0) continue;
        const auto& in = program_.at(i);
        const auto range = range_of(in.scope);
        auto& values = values_[index(i)];
        values.resize(range.count);
        for (std::size_t k = 0; k < range.count; ++k) {
            values[k] = compute(in, i, k);
            if (in.is_text()) continue;
            // What is the case today stays possible: the bounds always hold the value itself.
            values[k].include(evaluated(i, range.first + k));
        }
    }
}

Range BoundEvaluator::range_of(int scope) const {
    if (scope < 0) return {row_, 1};
    const auto& list = batch().lists[index(scope)];
    return {list.begin(row_), list.end(row_) - list.begin(row_)};
}

Interval BoundEvaluator::evaluated(int instruction, std::size_t at) const {
    const auto& slot = evaluator_.slot(instruction);
    return slot.known[at] != 0 ? Interval::point(slot.value[at]) : Interval::without_value();
}

Interval BoundEvaluator::at(int instruction, std::size_t k) const {
    if (!is_fixed(instruction)) return values_[index(instruction)][k];
    const auto& in = program_.at(instruction);
    if (in.is_text()) return Interval::point(0);
    return evaluated(instruction, range_of(in.scope).first + k);
}

// Of all elements of the profile; nothing for an instruction that is not there.
std::span<const Interval> BoundEvaluator::all_of(int instruction) {
    if (instruction < 0) return {};
    auto& values = values_[index(instruction)];
    if (is_fixed(instruction)) {
        values.resize(range_of(program_.at(instruction).scope).count);
        for (std::size_t k = 0; k < values.size(); ++k)
            values[k] = at(instruction, k);
    }
    return values;
}

Interval BoundEvaluator::compute(const Instruction& in, int i, std::size_t k) {
    if (in.expand) return at(in.args.front(), 0);
    if (in.is_text()) return of_text(in, i, k);
    const auto now = evaluated(i, range_of(in.scope).first + k);
    switch (in.op) {
        case Op::Fact:
        case Op::Field:
            return now.has_value() ? now : Interval::within(in.bounds);
        case Op::ListValue:
            return selection(in, i, k);
        case Op::Refused:
            return Interval::within(in.bounds);
        case Op::Call:
            return of_call(in, i, k);
        default:
            return in.base >= 0 ? aggregate(in, now) : of_parts(in, now, k);
    }
}

Interval BoundEvaluator::of_call(const Instruction& in, int i, std::size_t k) const {
    const auto is_certain = [&](const CallArgument& argument) {
        if (argument.base >= 0) return is_list_certain(argument);
        return is_fixed(argument.value) || at(argument.value, k).is_certain();
    };
    const bool certain = evaluator_.failure(i, row_) == nullptr &&
                         std::all_of(in.call.begin(), in.call.end(), is_certain);
    return certain ? evaluated(i, range_of(in.scope).first + k) : Interval::within(in.bounds);
}

Interval BoundEvaluator::of_parts(const Instruction& in, const Interval& now, std::size_t k) {
    parts_.clear();
    for (const int arg : in.args)
        parts_.push_back(at(arg, k));
    if (in.args.empty() || !program_.at(in.args.front()).is_text()) return interval_of(in, parts_);
    const bool certain =
        std::all_of(parts_.begin(), parts_.end(), [](const Interval& p) { return p.is_certain(); });
    if (certain) return now;
    if (in.op == Op::Known) return interval_of(in, parts_);
    const bool counts = in.op == Op::Length || in.op == Op::WordCount;
    return counts ? Interval{0, Infinity, true} : Interval{0, 1, true};
}

// Of a text only one thing matters: whether it is known.
Interval BoundEvaluator::of_text(const Instruction& in, int i, std::size_t k) const {
    if (in.op == Op::Lower) return at(in.args.front(), k);
    const auto place = range_of(in.scope).first + k;
    return evaluator_.text(i).known[place] != 0 ? Interval::point(0) : Interval::anything();
}

Interval BoundEvaluator::selection(const Instruction& in, int i, std::size_t k) const {
    const auto place = range_of(in.scope).first + k;
    const auto& moments = batch().lists[index(in.fact)].fields[index(in.field)];
    if (moments.known.test(place)) return evaluated(i, place);
    return {0, 1, in.number > 0};
}

Interval BoundEvaluator::aggregate(const Instruction& in, const Interval& now) {
    const auto& list = batch().lists[index(in.fact)];
    if (!list.known.test(row_)) {
        const bool amount =
            in.op == Op::Count || in.op == Op::Rate || in.op == Op::Distinct || in.op == Op::Gap;
        if (amount) return {0, Infinity, true};
        if (in.op == Op::Share || in.op == Op::NotEmpty) return {0, 1, true};
        return in.op == Op::Sum ? Interval::anything() : Interval::within(in.bounds);
    }
    return of_elements(in, now);
}

TimeSpan BoundEvaluator::time_of(int fact, double window) const {
    return {static_cast<double>(batch().as_of[row_]) / MicrosPerSecond, window,
            batch().lists[index(fact)].covered_from[row_], batch().joined[row_]};
}

Interval BoundEvaluator::of_elements(const Instruction& in, const Interval& now) {
    const auto members = members_of(all_of(in.base), all_of(in.condition), all_of(in.element));
    const auto time = time_of(in.fact, in.number);
    const bool open_before = reaches_before_data(time);
    // Elements from before the data begins may be undecided like any others.
    const bool none = members.may_be_undecided() || (open_before && in.condition >= 0);
    if (in.op == Op::NotEmpty) {
        const bool open = members.maybe_undecided > 0 || open_before;
        const bool can_have = members.maybe_in > 0 || open_before;
        return Interval::yes_no(members.surely_in <= 0, can_have, members.surely_in <= 0 && open);
    }
    if (in.op == Op::Rate) return rate_of(members, time, none);
    if (in.op == Op::Count)
        return {members.surely_in, open_before ? Infinity : members.maybe_in, none};
    if (members.settled && !open_before) return now;
    if (in.op == Op::Share) return open_before ? Interval{0, 1, true} : possible_share(members);
    if (in.op == Op::Distinct || in.op == Op::Gap) return {0, Infinity, true};
    return in.op == Op::Sum ? Interval::anything() : Interval::within(in.bounds);
}

// Data from before the data begins brings elements, and a longer time to divide by.
Interval BoundEvaluator::rate_of(const Members& members, TimeSpan time, bool none) {
    const bool open_before = reaches_before_data(time);
    const auto now = covered_seconds(time);
    time.covered_from = -Infinity;
    const auto seconds = covered_seconds(time);
    if (!seconds) return Interval::without_value();
    const double most = open_before ? Infinity : members.maybe_in / *seconds;
    return {members.surely_in / *seconds, most, none || !now};
}

}  // namespace colonnade::engine
