// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/evaluator.hpp"

#include <algorithm>

#include "engine/evaluate/aggregates.hpp"
#include "engine/evaluate/elements.hpp"
#include "engine/evaluate/gather.hpp"
#include "engine/evaluate/kernels.hpp"

namespace colonnade::engine {

using dsl::Op;

Evaluator::Evaluator(const Program& program, const dsl::Rulebook& rulebook, const Batch& batch,
                     FunctionHost& functions)
    : program_(program),
      rulebook_(rulebook),
      batch_(batch),
      functions_(functions),
      slots_(program.code.size()),
      texts_(program.code.size()),
      failures_(program.code.size()) {}

void Evaluator::run() {
    for (std::size_t i = 0; i < program_.code.size(); ++i)
        compute(static_cast<int>(i));
}

Evaluator Evaluator::with(const Override& changed) const {
    Evaluator other(*this);
    auto& slot = other.slots_[index(changed.instruction)];
    std::fill(slot.value.begin(), slot.value.end(), changed.value);
    std::fill(slot.known.begin(), slot.known.end(), std::uint8_t{1});
    other.failures_.forget(changed.instruction);
    std::vector<bool> moved(program_.code.size(), false);
    moved[index(changed.instruction)] = true;
    for (std::size_t i = index(changed.instruction) + 1; i < program_.code.size(); ++i) {
        const auto parts = program_.parts_of(static_cast<int>(i));
        if (std::none_of(parts.begin(), parts.end(), [&](int p) { return moved[index(p)]; }))
            continue;
        moved[i] = true;
        other.compute(static_cast<int>(i));
    }
    return other;
}

std::size_t Evaluator::left_out(int aggregate, std::size_t row) const {
    const auto& in = program_.at(aggregate);
    if (in.base < 0) return 0;
    const auto e = elements_of(batch_, slots_, in, row);
    std::size_t count = 0;
    for (std::size_t i = 0; i < e.base.size(); ++i) {
        const auto m = membership(e, i);
        const bool no_field = m == Membership::In && !e.field.empty() && e.field_known[i] == 0;
        if (m == Membership::Undecided || no_field) ++count;
    }
    return count;
}

std::size_t Evaluator::length_of(int scope) const {
    return scope < 0 ? batch_.rows : batch_.lists[index(scope)].elements();
}

void Evaluator::compute(int i) {
    const auto& in = program_.at(i);
    auto& slot = slots_[index(i)];
    failures_.forget(i);
    if (in.expand) {
        slot.resize(length_of(in.scope));
        expand(in, i);
    } else if (in.op == Op::Lower) {
        lower(in, texts_[index(i)]);
    } else if (in.is_text() && in.op != Op::If && in.op != Op::FirstKnown) {
        load_text(in, texts_[index(i)]);
    } else {
        slot.resize(length_of(in.scope));
        compute_value(in, slot, i);
    }
    if (!failures_.empty()) failures_.inherit(i, program_.parts_of(i));
}

void Evaluator::compute_value(const Instruction& in, Slot& out, int i) {
    switch (in.op) {
        case Op::AsOf:
            for (std::size_t r = 0; r < batch_.rows; ++r)
                out.set(r, static_cast<double>(batch_.as_of[r]) / MicrosPerSecond);
            return;
        case Op::Fact:
            return load(batch_.facts[index(in.fact)], out);
        case Op::Field:
            return load(batch_.lists[index(in.fact)].fields[index(in.field)], out);
        case Op::ListValue:
            return select(in, out);
        case Op::Call:
            return call(in, out, i);
        case Op::Refused:
            return failures_.note_everywhere(i, in.text);
        case Op::Contains:
            return compare_texts(in, out);
        case Op::Matches:
            return match_texts(in, out);
        case Op::Length:
        case Op::WordCount:
            return measure_text(in, out);
        default:
            break;
    }
    if (in.base >= 0) {
        if (in.element >= 0 && program_.at(in.element).is_text()) number_texts(in.element);
        return aggregate(in, out);
    }
    if (in.op == Op::Known && program_.at(in.args.front()).is_text()) return known_text(in, out);
    if ((in.op == Op::Equal || in.op == Op::NotEqual) && program_.at(in.args.front()).is_text()) {
        return compare_texts(in, out);
    }
    std::vector<const Slot*> parts;
    for (const int arg : in.args)
        parts.push_back(&slots_[index(arg)]);
    compute_values(in, parts, out);
}

void Evaluator::load(const Column& column, Slot& out) const {
    for (std::size_t i = 0; i < out.value.size(); ++i) {
        if (column.known.test(i)) out.set(i, column.number_at(i));
    }
}

// Which elements lie in the window. Elements after as_of do not exist.
void Evaluator::select(const Instruction& in, Slot& out) const {
    const auto& list = batch_.lists[index(in.fact)];
    const int at = in.field;
    for (std::size_t row = 0; row < batch_.rows; ++row) {
        const double as_of = static_cast<double>(batch_.as_of[row]) / MicrosPerSecond;
        const double start = as_of - in.number;
        for (std::size_t i = list.begin(row); i < list.end(row); ++i) {
            if (at < 0) {
                out.set(i, 1);
                continue;
            }
            const auto& column = list.fields[index(at)];
            if (column.known.test(i)) {
                const double moment = column.number_at(i);
                out.set(i, moment <= as_of && (in.number <= 0 || moment > start) ? 1 : 0);
            } else if (in.number <= 0) {
                out.set(i, 1);
            }
        }
    }
}

void Evaluator::expand(const Instruction& in, int i) {
    const auto& list = batch_.lists[index(in.scope)];
    const auto source = index(in.args.front());
    if (in.is_text()) {
        auto& text = texts_[index(i)];
        text.value.assign(list.elements(), {});
        text.known.assign(list.elements(), 0);
    }
    for (std::size_t row = 0; row < batch_.rows; ++row) {
        for (std::size_t e = list.begin(row); e < list.end(row); ++e) {
            if (in.is_text()) {
                texts_[index(i)].value[e] = texts_[source].value[row];
                texts_[index(i)].known[e] = texts_[source].known[row];
            } else if (slots_[source].known[row] != 0) {
                slots_[index(i)].set(e, slots_[source].value[row]);
            }
        }
    }
}

void Evaluator::aggregate(const Instruction& in, Slot& out) const {
    const auto& list = batch_.lists[index(in.fact)];
    for (std::size_t row = 0; row < batch_.rows; ++row) {
        if (!list.known.test(row)) continue;
        const auto value = aggregate_value(in.op, elements_of(batch_, slots_, in, row));
        if (value) out.set(row, *value);
    }
}

void Evaluator::call(const Instruction& in, Slot& out, int i) {
    const CallGathering gathering(program_, rulebook_, batch_, in, slots_, texts_);
    auto failures = functions_.call(in.function, gathering.inputs(), gathering.as_of(), out);
    gathering.mask(out);
    if (!failures.empty()) note(std::move(failures), in, out, i);
}

void Evaluator::note(std::vector<CallFailure> failures, const Instruction& in, Slot& out, int i) {
    for (auto& failure : failures) {
        if (failure.row == CallFailure::EveryRow) {
            out.resize(out.value.size());
            failures_.note_everywhere(i, std::move(failure.message));
            return;
        }
        const auto at = static_cast<std::size_t>(failure.row);
        out.value[at] = 0;
        out.known[at] = 0;
        failures_.note(i, profile_of(in, at), batch_.rows, std::move(failure.message));
    }
}

// The profile that row `at` of the instruction is about.
std::size_t Evaluator::profile_of(const Instruction& in, std::size_t at) const {
    if (in.scope < 0) return at;
    const auto& ends = batch_.lists[index(in.scope)].offsets;
    const auto after = std::upper_bound(ends.begin(), ends.end(), static_cast<std::int32_t>(at));
    return static_cast<std::size_t>(after - ends.begin()) - 1;
}

}  // namespace colonnade::engine
