// SPDX-License-Identifier: Apache-2.0
// The part of the evaluator that is about lists: which elements lie in a window, values of the
// profile for each element, and one value out of many.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/evaluate/evaluator.hpp"
#include "engine/evaluate/load.hpp"

namespace colonnade::engine {

// Which elements lie in the window. Elements after as_of do not exist.
SlotView Evaluator::select(const Instruction& in, Slot& own) const {
    const auto range = range_of(in.scope);
    const auto& list = batch_->lists[index(in.fact)];
    if (in.field < 0) return constant(1, range, own);
    own.hold(range.count);
    const auto& at = slots_[index(in.args.front())];
    for (std::size_t row = rows_.first; row < rows_.end(); ++row) {
        const auto window = window_of(in, row);
        for (std::size_t i = list.begin(row); i < list.end(row); ++i) {
            const bool is_inside = at.value[i] <= window.until && at.value[i] > window.after;
            own.value[i - range.first] = is_inside ? 1 : 0;
        }
    }
    SlotView view;
    view.value = {own.value.data(), range.first};
    if (at.known.all()) return view;
    // An element without a time lies in the list, and perhaps in a window.
    const bool has_window = in.number > 0;
    for (std::size_t i = 0; i < range.count; ++i) {
        if (at.known[range.first + i] == 0) own.value[i] = has_window ? 0 : 1;
    }
    if (has_window) view.known = at.known;
    return view;
}

Evaluator::Window Evaluator::window_of(const Instruction& list, std::size_t row) const {
    const double as_of = static_cast<double>(batch_->as_of[row]) / MicrosPerSecond;
    // Without a window everything begins early enough.
    const double start =
        list.number > 0 ? as_of - list.number : -std::numeric_limits<double>::infinity();
    return {start, as_of};
}

SlotView Evaluator::expand(const Instruction& in, Slot& own) const {
    const auto& list = batch_->lists[index(in.scope)];
    const auto& source = slots_[index(in.args.front())];
    const auto range = range_of(in.scope);
    if (source.is_constant && source.known.all())
        return constant(source.value[rows_.first], range, own);
    own.hold(range.count);
    SlotView view;
    view.value = {own.value.data(), range.first};
    view.is_constant = source.is_constant && range.count > 0;
    if (!source.known.all()) view.known = {own.known.data(), range.first};
    for (std::size_t row = rows_.first; row < rows_.end(); ++row) {
        const auto first = static_cast<std::ptrdiff_t>(list.begin(row) - range.first);
        const auto count = list.end(row) - list.begin(row);
        std::fill_n(own.value.begin() + first, count, source.value[row]);
        if (!view.known.all()) std::fill_n(own.known.begin() + first, count, source.known[row]);
    }
    return view;
}

void Evaluator::expand_text(const Instruction& in, TextSlot& own, TextView& view) const {
    const auto& list = batch_->lists[index(in.scope)];
    const auto& source = texts_[index(in.args.front())];
    const auto range = range_of(in.scope);
    view.is_constant = source.is_constant && range.count > 0;
    if (source.is_constant) {
        // Stays from block to block.
        if (own.value.size() < range.count)
            own.value.assign(range.count, source.value[rows_.first]);
        view.value = {own.value.data(), range.first};
        return;
    }
    own.value.clear();
    own.known.clear();
    for (std::size_t row = rows_.first; row < rows_.end(); ++row) {
        const auto count = list.end(row) - list.begin(row);
        own.value.insert(own.value.end(), count, source.value[row]);
        own.known.insert(own.known.end(), count, source.known[row]);
    }
    view.value = {own.value.data(), range.first};
    if (!source.known.all()) view.known = {own.known.data(), range.first};
}

SlotView Evaluator::aggregate(const Instruction& in, Slot& own, bool by_flags) {
    const auto& known = batch_->lists[index(in.fact)].known;
    own.hold(rows_.count);
    bool all = true;
    for (std::size_t row = rows_.first; row < rows_.end(); ++row) {
        double value = std::numeric_limits<double>::quiet_NaN();
        if (known.test(row))
            value = by_flags ? aggregate_value(in.op, flagged_elements_of(in, row), fields_)
                             : aggregate_value(in.op, elements_of(in, row), fields_);
        const bool is_known = !std::isnan(value);
        own.value[row - rows_.first] = is_known ? value : 0;
        own.known[row - rows_.first] = is_known ? 1 : 0;
        all = all && is_known;
    }
    SlotView view;
    view.value = {own.value.data(), rows_.first};
    if (!all) view.known = {own.known.data(), rows_.first};
    return view;
}

Elements Evaluator::elements_of(const Instruction& aggregate, std::size_t row) const {
    const auto& list = batch_->lists[index(aggregate.fact)];
    const auto first = list.begin(row);
    Elements e;
    e.count = list.end(row) - first;
    const auto take = [&](int part, const double*& value, const std::uint8_t*& known) {
        if (part < 0) return;
        value = slots_[index(part)].value.from(first);
        known = slots_[index(part)].known.from(first);
    };
    take(aggregate.base, e.base, e.base_known);
    take(aggregate.condition, e.condition, e.condition_known);
    take(aggregate.element, e.field, e.field_known);
    e.time = time_of(aggregate, row);
    return e;
}

TimeSpan Evaluator::time_of(const Instruction& aggregate, std::size_t row) const {
    return {static_cast<double>(batch_->as_of[row]) / MicrosPerSecond, aggregate.number,
            batch_->lists[index(aggregate.fact)].covered_from[row], batch_->joined[row]};
}

std::size_t Evaluator::left_out(int aggregate, std::size_t row) const {
    const auto& in = program_.at(aggregate);
    return in.base < 0 || is_held(aggregate) ? 0 : engine::left_out(elements_of(in, row));
}

}  // namespace colonnade::engine
