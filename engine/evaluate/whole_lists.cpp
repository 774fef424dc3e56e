// SPDX-License-Identifier: Apache-2.0
// The part of the evaluator that is about lists of which everything is known, as far as flags say
// all that somebody computes with (needs.hpp).
#include <algorithm>
#include <limits>

#include "dsl/text/unicode.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/evaluate/flags.hpp"
#include "engine/evaluate/load.hpp"

namespace colonnade::engine {

using dsl::Op;

void Evaluator::find_whole_lists() {
    std::fill(is_whole_.begin(), is_whole_.end(), std::uint8_t{0});
    has_whole_ = false;
    if (needs_.empty()) return;
    for (const int list : lists_) {
        const auto& fields = batch_->lists[index(list)].fields;
        const auto& is_needed = program_.projection.fields[index(list)];
        const auto range = range_of(list);
        bool all = true;
        for (std::size_t f = 0; f < fields.size(); ++f)
            all = all && (is_needed[f] == 0 || all_known(fields[f].known, range));
        is_whole_[index(list)] = all ? 1 : 0;
        has_whole_ = has_whole_ || all;
    }
}

// Of a list of which everything is known, single elements matter only where it may have had others
// before its data begins.
void Evaluator::look_at(std::size_t row) {
    if (!has_whole_) return;
    const auto matters = [&](int list) {
        return is_whole(list) && batch_->lists[index(list)].covered_from[row] >
                                     -std::numeric_limits<double>::infinity();
    };
    if (std::none_of(lists_.begin(), lists_.end(), matters)) return;
    rows_ = {row, 1};
    for (const int i : needed_) {
        if (matters(program_.at(i).scope) && early_[index(i)] == 0) compute(i);
    }
}

bool Evaluator::counts_flags(const Instruction& aggregate, int i) const {
    return is_whole(aggregate.fact) && needs_[index(i)].by_flags;
}

void Evaluator::flag(const Instruction& in, int i) {
    const auto range = range_of(in.scope);
    if (in.is_text()) {
        auto& lowered = lowered_[index(i)];
        lowered.texts.take(column_of(in), range);
        lowered.taken = range;
        return;
    }
    if (in.op == Op::Field) {
        flags_[index(i)] = {column_of(in).flags.data(), 0};
        return;
    }
    if (in.op == Op::ListValue && in.field < 0) {
        flags_[index(i)] = {};
        return;
    }
    auto& own = own_flags_[index(i)];
    if (own.size() < range.count) own.resize(range.count);
    flags_[index(i)] = {own.data(), range.first};
    compute_flags(in, range, own.data());
}

void Evaluator::compute_flags(const Instruction& in, Range range, std::uint8_t* flags) const {
    switch (in.op) {
        case Op::ListValue:
            return flag_window(in, range, flags);
        case Op::Not:
            return flag_not(flags_of(in.args[0], range.first), range.count, flags);
        case Op::And:
        case Op::Or: {
            std::copy_n(flags_of(in.args[0], range.first), range.count, flags);
            const auto join = in.op == Op::And ? flag_and : flag_or;
            for (std::size_t part = 1; part < in.args.size(); ++part)
                join(flags_of(in.args[part], range.first), range.count, flags);
            return;
        }
        case Op::Contains: {
            const auto& part = program_.at(program_.at(in.args[1]).args[0]).text;
            return lowered_[index(in.args[0])].texts.find(dsl::lower(part), flags);
        }
        default:
            return flag_comparison(in, range, flags);
    }
}

void Evaluator::flag_window(const Instruction& in, Range range, std::uint8_t* flags) const {
    const auto& list = batch_->lists[index(in.fact)];
    const auto& at = slots_[index(in.args.front())].value;
    for (std::size_t row = rows_.first; row < rows_.end(); ++row) {
        const auto first = list.begin(row);
        const auto window = window_of(in, row);
        flag_moments(at.from(first), list.end(row) - first, window.after, window.until,
                     flags + (first - range.first));
    }
}

void Evaluator::flag_comparison(const Instruction& in, Range range, std::uint8_t* flags) const {
    const auto& column = column_of(program_.at(in.args[0]));
    const double right = program_.at(program_.at(in.args[1]).args[0]).number;
    if (column.kind == dsl::Kind::Category) {
        flag_compared(in.op, column.categories.data() + range.first, range.count,
                      static_cast<std::int32_t>(right), flags);
    } else {
        flag_compared(in.op, column.numbers.data() + range.first, range.count, right, flags);
    }
}

const std::uint8_t* Evaluator::flags_of(int part, std::size_t first) const {
    return part < 0 ? nullptr : flags_[index(part)].from(first);
}

FlaggedElements Evaluator::flagged_elements_of(const Instruction& aggregate,
                                               std::size_t row) const {
    const auto& list = batch_->lists[index(aggregate.fact)];
    const auto first = list.begin(row);
    FlaggedElements e;
    e.count = list.end(row) - first;
    e.base = flags_of(aggregate.base, first);
    e.condition = flags_of(aggregate.condition, first);
    if (aggregate.element >= 0) e.field = slots_[index(aggregate.element)].value.from(first);
    e.time = time_of(aggregate, row);
    return e;
}

}  // namespace colonnade::engine
