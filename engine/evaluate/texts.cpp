// SPDX-License-Identifier: Apache-2.0
// The part of the evaluator that is about texts: views into the batch, what is told of them as
// numbers, and the few that are made.
#include <unordered_map>

#include "dsl/text/unicode.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/evaluate/load.hpp"

namespace colonnade::engine {

using dsl::Op;

namespace {

// Values of one text each; unknown where the text is.
template <class Function>
SlotView of_each(const TextView& text, Range range, Slot& own, Function f) {
    own.hold(range.count);
    for (std::size_t i = 0; i < range.count; ++i) {
        const auto at = range.first + i;
        own.value[i] = text.known[at] != 0 ? f(text.value[at]) : 0;
    }
    SlotView view;
    view.value = {own.value.data(), range.first};
    view.known = text.known;
    return view;
}

// Of two texts each.
template <class Function>
SlotView of_both(const TextView& a, const TextView& b, Range range, Slot& own, Function f) {
    own.hold(range.count);
    for (std::size_t i = 0; i < range.count; ++i) {
        const auto at = range.first + i;
        const bool known = a.known[at] != 0 && b.known[at] != 0;
        own.known[i] = known ? 1 : 0;
        own.value[i] = known && f(a.value[at], b.value[at]) ? 1 : 0;
    }
    SlotView view;
    view.value = {own.value.data(), range.first};
    if (!a.known.all() || !b.known.all()) view.known = {own.known.data(), range.first};
    return view;
}

}  // namespace

void Evaluator::compute_text(const Instruction& in, int i) {
    const auto range = range_of(in.scope);
    auto& own = own_texts_[index(i)];
    auto& view = texts_[index(i)];
    view = {};
    lowered_[index(i)].taken.reset();
    if (in.expand) {
        expand_text(in, own, view);
    } else if (in.op == Op::Lower) {
        lower(in, i, range, view);
    } else {
        load_text(in, range, own, view);
    }
    if (numbered_[index(i)] != 0) slots_[index(i)] = number_texts(i, range, own_[index(i)]);
}

void Evaluator::load_text(const Instruction& in, Range range, TextSlot& own, TextView& view) const {
    if (own.value.size() < range.count) own.value.resize(range.count, in.text);
    view.value = {own.value.data(), range.first};
    view.is_constant = in.op == Op::TextConstant && range.count > 0;
    if (in.op == Op::TextConstant) return;
    const auto& column = column_of(in);
    for (std::size_t i = 0; i < range.count; ++i)
        own.value[i] = column.text_at(range.first + i);
    view.known = load_known(column.known, range, own.known);
}

void Evaluator::lower(const Instruction& in, int i, Range range, TextView& view) {
    const auto& text = texts_[index(in.args.front())];
    auto& own = own_lower_[index(i)];
    own.take(text, range);
    view.value = {own.texts().data(), range.first};
    view.known = text.known;
    view.is_constant = text.is_constant;
}

// Those texts of an instruction in lower case; made once, however many ask for them.
LoweredTexts& Evaluator::lowered(int text, Range range) {
    auto& lowered = lowered_[index(text)];
    if (lowered.taken != range) lowered.texts.take(texts_[index(text)], range);
    lowered.taken = range;
    return lowered.texts;
}

// Aggregates see numbers: equal texts get the same one.
SlotView Evaluator::number_texts(int text, Range range, Slot& own) const {
    const auto& texts = texts_[index(text)];
    own.hold(range.count);
    std::unordered_map<std::string_view, double> numbers;
    for (std::size_t i = 0; i < range.count; ++i) {
        const auto at = range.first + i;
        const bool known = texts.known[at] != 0;
        own.value[i] =
            known ? numbers.try_emplace(texts.value[at], numbers.size()).first->second : 0;
    }
    SlotView view;
    view.value = {own.value.data(), range.first};
    view.known = texts.known;
    return view;
}

SlotView Evaluator::contains(const Instruction& in, Slot& own, Buffer<std::uint8_t>& flags) {
    const auto range = range_of(in.scope);
    const auto& a = texts_[index(in.args[0])];
    const auto& b = texts_[index(in.args[1])];
    auto& text = lowered(in.args[0], range);
    const auto view = of_both(a, b, range, own, [](auto, auto) { return true; });
    if (b.is_constant) {
        if (flags.size() < range.count) flags.resize(range.count);
        text.find(dsl::lower(b.value[range.first]), flags.data());
        std::copy_n(flags.data(), range.count, own.value.data());
    } else {
        const auto& part = lowered(in.args[1], range).texts();
        for (std::size_t i = 0; i < range.count; ++i)
            own.value[i] = text.texts()[i].find(part[i]) != std::string_view::npos ? 1 : 0;
    }
    for (std::size_t i = 0; !view.known.all() && i < range.count; ++i)
        own.value[i] = own.known[i] != 0 ? own.value[i] : 0;
    return view;
}

SlotView Evaluator::of_texts(const Instruction& in, Slot& own, int i) {
    const auto range = range_of(in.scope);
    const auto& text = texts_[index(in.args[0])];
    switch (in.op) {
        case Op::Known: {
            auto view = of_each(text, range, own, [](std::string_view) { return 1.0; });
            view.known = {};
            return view;
        }
        case Op::Length:
            return of_each(text, range, own, [](std::string_view value) {
                return static_cast<double>(dsl::code_point_count(value));
            });
        case Op::WordCount:
            return of_each(text, range, own, [](std::string_view value) {
                return static_cast<double>(dsl::word_count(value));
            });
        case Op::Matches:
            return of_each(text, range, own, [&](std::string_view value) {
                return in.pattern.occurs_in(value) ? 1.0 : 0.0;
            });
        case Op::Contains:
            return contains(in, own, own_flags_[index(i)]);
        default:
            break;
    }
    const bool equal = in.op == Op::Equal;
    return of_both(text, texts_[index(in.args[1])], range, own,
                   [=](std::string_view x, std::string_view y) { return (x == y) == equal; });
}

}  // namespace colonnade::engine
