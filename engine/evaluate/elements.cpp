// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/elements.hpp"

namespace colonnade::engine {
namespace {

template <class T>
std::span<const T> part(const Buffer<T>& buffer, const ListColumn& list, std::size_t row) {
    return std::span<const T>(buffer).subspan(list.begin(row), list.end(row) - list.begin(row));
}

}  // namespace

Elements elements_of(const Batch& batch, const std::vector<Slot>& slots,
                     const Instruction& aggregate, std::size_t row) {
    const auto& list = batch.lists[static_cast<std::size_t>(aggregate.fact)];
    const auto slot = [&](int i) -> const Slot& { return slots[static_cast<std::size_t>(i)]; };
    Elements e;
    e.base = part(slot(aggregate.base).value, list, row);
    e.base_known = part(slot(aggregate.base).known, list, row);
    if (aggregate.condition >= 0) {
        e.condition = part(slot(aggregate.condition).value, list, row);
        e.condition_known = part(slot(aggregate.condition).known, list, row);
    }
    if (aggregate.element >= 0) {
        e.field = part(slot(aggregate.element).value, list, row);
        e.field_known = part(slot(aggregate.element).known, list, row);
    }
    e.as_of = static_cast<double>(batch.as_of[row]) / MicrosPerSecond;
    e.window = aggregate.number;
    e.covered_from = list.covered_from[row];
    e.joined = batch.joined[row];
    return e;
}

}  // namespace colonnade::engine
