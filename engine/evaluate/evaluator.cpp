// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/evaluator.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "engine/evaluate/gather.hpp"
#include "engine/evaluate/load.hpp"

namespace colonnade::engine {
namespace {

using dsl::Op;

std::vector<int> all_of(const Program& program) {
    std::vector<int> all(program.code.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

// The first `range.count` values of a slot; a slot whose values are all known says so.
SlotView view_of(const Slot& own, Range range) {
    const bool all = range.count == 0 || std::memchr(own.known.data(), 0, range.count) == nullptr;
    SlotView view;
    view.value = {own.value.data(), range.first};
    if (!all) view.known = {own.known.data(), range.first};
    return view;
}

}  // namespace

Evaluator::Evaluator(const Program& program, const dsl::Rulebook& rulebook, const Batch& batch,
                     FunctionHost& functions)
    : Evaluator(program, rulebook, functions, all_of(program)) {
    batch_ = &batch;
    needs_.clear();
}

Evaluator::Evaluator(const Program& program, const dsl::Rulebook& rulebook, FunctionHost& functions,
                     std::vector<int> needed)
    : program_(program),
      rulebook_(rulebook),
      functions_(functions),
      needed_(std::move(needed)),
      early_(program.code.size()),
      numbered_(program.code.size()),
      own_(program.code.size()),
      own_texts_(program.code.size()),
      lowered_(program.code.size()),
      own_lower_(program.code.size()),
      slots_(program.code.size()),
      texts_(program.code.size()),
      own_flags_(program.code.size()),
      flags_(program.code.size()),
      is_whole_(program.projection.facts.size()),
      failures_(program.code.size()) {
    for (const int i : needed_) {
        const auto& in = program.at(i);
        if (is_early(in)) mark_early(i);
        if (in.element >= 0 && program.at(in.element).is_text()) numbered_[index(in.element)] = 1;
        if (in.op == Op::ListValue) lists_.push_back(in.fact);
    }
    std::sort(lists_.begin(), lists_.end());
    lists_.erase(std::unique(lists_.begin(), lists_.end()), lists_.end());
    needs_ = needs_of(program, needed_);
}

// A function that is refused fails once for the whole batch, too. And what lies in the batch as it
// is needed has not to be looked for in each block.
bool Evaluator::is_early(const Instruction& in) {
    const bool is_value = in.op == Op::Fact || in.op == Op::Field;
    return in.op == Op::Call || in.op == Op::Refused ||
           (is_value && !in.is_text() && is_stored_as_double(in.type.kind));
}

void Evaluator::mark_early(int i) {
    if (early_[index(i)] != 0) return;
    early_[index(i)] = 1;
    for (const int part : program_.parts_of(i))
        mark_early(part);
}

void Evaluator::run() {
    begin(*batch_);
    run({0, batch_->rows});
}

void Evaluator::begin(const Batch& batch) {
    batch_ = &batch;
    rows_ = {0, batch.rows};
    std::fill(is_whole_.begin(), is_whole_.end(), std::uint8_t{0});
    failures_ = Failures(program_.code.size());
    for (const int i : needed_) {
        if (early_[index(i)] != 0) compute(i);
        if (!failures_.empty() && !is_held(i)) failures_.inherit(i, program_.parts_of(i));
    }
}

void Evaluator::run(Range rows) {
    rows_ = rows;
    find_whole_lists();
    for (const int i : needed_) {
        const auto& in = program_.at(i);
        const auto need = is_whole(in.scope) ? needs_[index(i)] : Need{true, false, false};
        if (need.flags) flag(in, i);
        if (need.value && early_[index(i)] == 0) compute(i);
    }
}

Evaluator Evaluator::with(const Override& changed) const {
    auto other = with_free({&changed.instruction, 1});
    other.change({&changed, 1});
    return other;
}

Evaluator Evaluator::with_free(std::span<const int> free) const {
    Evaluator other(program_, rulebook_, functions_, needed_);
    other.needs_.clear();
    other.batch_ = batch_;
    other.rows_ = rows_;
    other.slots_ = slots_;
    other.texts_ = texts_;
    other.failures_ = failures_;
    other.held_ = held_;
    other.held_before_ = held_.size();
    std::vector<bool> moved(program_.code.size(), false);
    for (const int i : free)
        moved[index(i)] = true;
    for (const int i : needed_) {
        const auto parts = program_.parts_of(i);
        if (std::any_of(parts.begin(), parts.end(), [&](int p) { return moved[index(p)]; }))
            moved[index(i)] = true;
        if (moved[index(i)]) other.moved_.push_back(i);
    }
    return other;
}

void Evaluator::change(std::span<const Override> held) {
    held_.resize(held_before_);
    held_.insert(held_.end(), held.begin(), held.end());
    for (const int i : moved_) {
        failures_.forget(i);
        compute(i);
        if (!failures_.empty() && !is_held(i)) failures_.inherit(i, program_.parts_of(i));
    }
}

// The latest one counts.
const double* Evaluator::held_value(int instruction) const {
    const auto held = std::find_if(held_.rbegin(), held_.rend(), [=](const Override& given) {
        return given.instruction == instruction;
    });
    return held == held_.rend() ? nullptr : &held->value;
}

// Not as a constant: those stay from one computation to the next.
SlotView Evaluator::given(double value, Range range, Slot& own) const {
    own.value.assign(range.count, value);
    SlotView view;
    view.value = {own.value.data(), range.first};
    return view;
}

Range Evaluator::range_of(int scope) const {
    if (scope < 0) return rows_;
    const auto& offsets = batch_->lists[index(scope)].offsets;
    const auto first = static_cast<std::size_t>(offsets[rows_.first]);
    return {first, static_cast<std::size_t>(offsets[rows_.end()]) - first};
}

void Evaluator::compute(int i) {
    const auto& in = program_.at(i);
    if (const auto* value = held_value(i)) {
        slots_[index(i)] = given(*value, range_of(in.scope), own_[index(i)]);
    } else if (in.is_text()) {
        compute_text(in, i);
    } else {
        slots_[index(i)] = compute_value(in, i);
    }
}

SlotView Evaluator::compute_value(const Instruction& in, int i) {
    auto& own = own_[index(i)];
    const auto range = range_of(in.scope);
    if (in.expand) return expand(in, own);
    if (in.base >= 0) return aggregate(in, own, counts_flags(in, i));
    switch (in.op) {
        case Op::Constant:
            return constant(in.number, range, own);
        case Op::AsOf:
            return as_of(range, own);
        case Op::Fact:
        case Op::Field:
            return load(column_of(in), range, own);
        case Op::ListValue:
            return select(in, own);
        case Op::Call:
            return call(in, own, i);
        case Op::Refused:
            own.resize(range.count);
            failures_.note_everywhere(i, in.text);
            return view_of(own, range);
        default:
            break;
    }
    const bool about_texts = !in.args.empty() && program_.at(in.args.front()).is_text();
    return about_texts ? of_texts(in, own, i) : compute_with_kernel(in, i);
}

SlotView Evaluator::compute_with_kernel(const Instruction& in, int i) {
    auto& own = own_[index(i)];
    const auto range = range_of(in.scope);
    operands_.clear();
    for (const int arg : in.args)
        operands_.push_back(operand(arg, range));
    SlotView view;
    view.is_constant =
        range.count > 0 && std::all_of(operands_.begin(), operands_.end(),
                                       [](const Operand& part) { return part.is_constant; });
    // What was made of constants is one, and stays from block to block.
    const auto& before = slots_[index(i)];
    const bool is_kept = view.is_constant && before.is_constant && before.known.all() &&
                         own.value.size() >= range.count;
    own.hold(range.count);
    view.value = {own.value.data(), range.first};
    if (!is_kept && !compute_values(in, operands_, range.count, own))
        view.known = {own.known.data(), range.first};
    return view;
}

const Column& Evaluator::column_of(const Instruction& in) const {
    return in.op == Op::Fact ? batch_->facts[index(in.fact)]
                             : batch_->lists[index(in.fact)].fields[index(in.field)];
}

Operand Evaluator::operand(int part, Range range) const {
    const auto& view = slots_[index(part)];
    return {view.value.from(range.first), view.known.from(range.first), view.is_constant};
}

// The values of a constant stay in the slot from block to block.
SlotView Evaluator::constant(double value, Range range, Slot& own) const {
    if (own.value.size() < range.count) own.value.assign(range.count, value);
    SlotView view;
    view.value = {own.value.data(), range.first};
    view.is_constant = range.count > 0;
    return view;
}

SlotView Evaluator::as_of(Range rows, Slot& own) const {
    own.hold(rows.count);
    load_moments(batch_->as_of.data() + rows.first, rows.count, own.value.data());
    SlotView view;
    view.value = {own.value.data(), rows.first};
    return view;
}

SlotView Evaluator::call(const Instruction& in, Slot& own, int i) {
    const auto range = range_of(in.scope);
    own.resize(range.count);
    const CallGathering gathering(program_, rulebook_, *batch_, in, slots_, texts_);
    auto failures = functions_.call(in.function, gathering.inputs(), gathering.as_of(), own);
    gathering.mask(own);
    if (!failures.empty()) note(std::move(failures), in, own, i);
    return view_of(own, range);
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
        failures_.note(i, profile_of(in, at), batch_->rows, std::move(failure.message));
    }
}

// The profile that row `at` of the instruction is about.
std::size_t Evaluator::profile_of(const Instruction& in, std::size_t at) const {
    if (in.scope < 0) return at;
    const auto& ends = batch_->lists[index(in.scope)].offsets;
    const auto after = std::upper_bound(ends.begin(), ends.end(), static_cast<std::int32_t>(at));
    return static_cast<std::size_t>(after - ends.begin()) - 1;
}

}  // namespace colonnade::engine
