// SPDX-License-Identifier: Apache-2.0
#include "engine/program/same_instructions.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <tuple>

namespace colonnade::engine {
namespace {

// Numbers by their bits: 0 and -0 differ, as what is divided by them does.
auto fields_of(const Instruction& i) {
    return std::make_tuple(static_cast<int>(i.op), int{i.expand}, static_cast<int>(i.type.kind),
                           i.scope, i.fact, i.field, i.function, i.base, i.condition, i.element,
                           std::bit_cast<std::uint64_t>(i.number));
}

auto fields_of(const CallArgument& argument) {
    return std::make_tuple(argument.value, argument.base, argument.condition, argument.words);
}

class Mixer {
public:
    void add(std::uint64_t value) { hash_ = std::rotl(hash_ ^ value, 23) * 0x9E3779B97F4A7C15U; }
    template <class... Fields>
    void add_all(const std::tuple<Fields...>& fields) {
        std::apply([this](auto... field) { (add(static_cast<std::uint64_t>(field)), ...); },
                   fields);
    }
    [[nodiscard]] std::size_t hash() const { return hash_ ^ hash_ >> 32U; }

private:
    std::uint64_t hash_ = 0;
};

}  // namespace

std::size_t hash_of(const Instruction& instruction) {
    Mixer mixer;
    mixer.add_all(fields_of(instruction));
    for (const int arg : instruction.args)
        mixer.add(static_cast<std::uint64_t>(arg));
    for (const auto& argument : instruction.call)
        mixer.add_all(fields_of(argument));
    if (!instruction.text.empty()) mixer.add(std::hash<std::string>{}(instruction.text));
    return mixer.hash();
}

bool compute_the_same(const Instruction& a, const Instruction& b) {
    const auto same_argument = [](const CallArgument& x, const CallArgument& y) {
        return fields_of(x) == fields_of(y);
    };
    return fields_of(a) == fields_of(b) && a.args == b.args && a.text == b.text &&
           std::equal(a.call.begin(), a.call.end(), b.call.begin(), b.call.end(), same_argument);
}

int SameInstructions::insert(int index) {
    if (2 * used_ >= slots_.size()) grow();
    const auto hash = hash_of(code_[static_cast<std::size_t>(index)]);
    auto& slot = find(hash, index);
    if (slot.index >= 0) return slot.index;
    slot = {hash, index};
    ++used_;
    return index;
}

SameInstructions::Slot& SameInstructions::find(std::size_t hash, int index) {
    const auto at = [&](int i) -> const Instruction& { return code_[static_cast<std::size_t>(i)]; };
    for (auto place = hash;; ++place) {
        auto& slot = slots_[place & (slots_.size() - 1)];
        if (slot.index < 0) return slot;
        if (slot.hash == hash && compute_the_same(at(slot.index), at(index))) return slot;
    }
}

void SameInstructions::grow() {
    std::vector<Slot> grown(std::max<std::size_t>(64, 4 * slots_.size()));
    slots_.swap(grown);
    for (const auto& slot : grown) {
        auto place = slot.hash;
        while (slot.index >= 0 && slots_[place & (slots_.size() - 1)].index >= 0)
            ++place;
        if (slot.index >= 0) slots_[place & (slots_.size() - 1)] = slot;
    }
}

}  // namespace colonnade::engine
