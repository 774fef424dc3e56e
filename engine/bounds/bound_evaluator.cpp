// SPDX-License-Identifier: Apache-2.0
#include "engine/bounds/bound_evaluator.hpp"

#include <cmath>
#include <limits>

#include "engine/bounds/interval_ops.hpp"
#include "engine/evaluate/aggregates.hpp"

namespace colonnade::engine {
namespace {

using dsl::Op;

constexpr double Infinity = std::numeric_limits<double>::infinity();

bool is_certain_yes(const Interval& i) {
    return i.low == 1 && i.high == 1 && !i.none;
}
bool is_certain_no(const Interval& i) {
    return i.low == 0 && i.high == 0 && !i.none;
}

}  // namespace

BoundEvaluator::BoundEvaluator(const Program& program, const Batch& batch,
                               const Evaluator& evaluator)
    : program_(program), batch_(batch), evaluator_(evaluator), values_(program.code.size()) {}

void BoundEvaluator::run(std::size_t row) {
    row_ = row;
    for (std::size_t i = 0; i < program_.code.size(); ++i) {
        const auto& in = program_.code[i];
        auto& values = values_[i];
        values.resize(count_of(in));
        for (std::size_t k = 0; k < values.size(); ++k) {
            values[k] = compute(in, k);
            if (in.is_text()) continue;
            // What is the case today stays possible: the bounds always hold the value itself.
            values[k].include(evaluated(static_cast<int>(i), begin_of(in) + k));
        }
    }
}

std::size_t BoundEvaluator::begin_of(const Instruction& in) const {
    return in.scope < 0 ? row_ : batch_.lists[index(in.scope)].begin(row_);
}

std::size_t BoundEvaluator::count_of(const Instruction& in) const {
    return in.scope < 0 ? 1 : batch_.lists[index(in.scope)].end(row_) - begin_of(in);
}

Interval BoundEvaluator::evaluated(int instruction, std::size_t at) const {
    const auto& slot = evaluator_.slot(instruction);
    return slot.known[at] != 0 ? Interval::point(slot.value[at]) : Interval::without_value();
}

Interval BoundEvaluator::of_part(int part, const Instruction& user, std::size_t k) const {
    const auto& values = values_[index(part)];
    return program_.at(part).scope == user.scope ? values[k] : values.front();
}

Interval BoundEvaluator::compute(const Instruction& in, std::size_t k) const {
    if (in.expand) return values_[index(in.args.front())].front();
    const auto i = static_cast<int>(&in - program_.code.data());
    const auto at = begin_of(in) + k;
    if (in.is_text() && in.op != Op::If && in.op != Op::FirstKnown) return of_text(in, k);
    switch (in.op) {
        case Op::AsOf:
            return evaluated(i, at);
        case Op::Fact:
        case Op::Field: {
            const auto value = evaluated(i, at);
            return value.has_value() ? value : Interval::within(in.bounds);
        }
        case Op::ListValue:
            return selection(in, k);
        case Op::Refused:
            return Interval::within(in.bounds);
        case Op::Call: {
            // A plugin that failed says nothing: its result could be anything.
            const bool certain = evaluator_.failure(i, row_) == nullptr && is_call_certain(in, k);
            return certain ? evaluated(i, at) : Interval::within(in.bounds);
        }
        default:
            break;
    }
    if (in.base >= 0) return aggregate(in, evaluated(i, at));
    const bool about_texts = !in.args.empty() && program_.at(in.args.front()).is_text();
    std::vector<Interval> parts;
    for (const int arg : in.args)
        parts.push_back(of_part(arg, in, k));
    if (!about_texts) return interval_of(in, parts);
    const bool certain =
        std::all_of(parts.begin(), parts.end(), [](const Interval& p) { return p.is_certain(); });
    if (certain) return evaluated(i, at);
    if (in.op == Op::Known) return interval_of(in, parts);
    const bool counts = in.op == Op::Length || in.op == Op::WordCount;
    return counts ? Interval{0, Infinity, true} : Interval{0, 1, true};
}

// Of a text only one thing matters: whether it is known.
Interval BoundEvaluator::of_text(const Instruction& in, std::size_t k) const {
    if (in.op == Op::TextConstant) return Interval::point(0);
    if (in.op == Op::Lower) return of_part(in.args.front(), in, k);
    const auto i = static_cast<int>(&in - program_.code.data());
    return evaluator_.text(i).known[begin_of(in) + k] != 0 ? Interval::point(0)
                                                           : Interval::anything();
}

Interval BoundEvaluator::selection(const Instruction& in, std::size_t k) const {
    const auto at = begin_of(in) + k;
    const bool has_time = in.field >= 0;
    if (!has_time || batch_.lists[index(in.fact)].fields[index(in.field)].known.test(at)) {
        const auto i = static_cast<int>(&in - program_.code.data());
        return evaluated(i, at);
    }
    return {0, 1, in.number > 0};
}

Interval BoundEvaluator::aggregate(const Instruction& in, const Interval& now) const {
    const auto& list = batch_.lists[index(in.fact)];
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
    return {static_cast<double>(batch_.as_of[row_]) / MicrosPerSecond, window,
            batch_.lists[index(fact)].covered_from[row_], batch_.joined[row_]};
}

Interval BoundEvaluator::of_elements(const Instruction& in, const Interval& now) const {
    const auto part = [&](int i) -> std::span<const Interval> {
        if (i < 0) return {};
        return values_[index(i)];
    };
    const auto members = members_of(part(in.base), part(in.condition), part(in.element));
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

bool BoundEvaluator::is_list_certain(const CallArgument& argument) const {
    const auto& list = batch_.lists[index(argument.fact)];
    if (!list.known.test(row_)) return false;
    if (reaches_before_data(time_of(argument.fact, program_.at(argument.base).number)))
        return false;
    const auto& bases = values_[index(argument.base)];
    for (std::size_t k = 0; k < bases.size(); ++k) {
        const auto condition =
            argument.condition < 0 ? Interval::point(1) : values_[index(argument.condition)][k];
        if (is_certain_no(bases[k]) || is_certain_no(condition)) continue;
        if (!is_certain_yes(bases[k]) || !is_certain_yes(condition)) return false;
        for (const int field : argument.fields) {
            if (!list.fields[index(field)].known.test(list.begin(row_) + k)) return false;
        }
    }
    return true;
}

bool BoundEvaluator::is_call_certain(const Instruction& in, std::size_t k) const {
    for (const auto& argument : in.call) {
        if (argument.base >= 0 && !is_list_certain(argument)) return false;
        if (argument.value >= 0 && !of_part(argument.value, in, k).is_certain()) return false;
    }
    return true;
}

}  // namespace colonnade::engine
