// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/movers.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace colonnade::cli {
namespace {

using Rank = std::tuple<int, std::string_view, int>;

// Of two with one id, the lower score first: an order that leaves nothing open.
Rank rank(std::string_view id, int before, int after) {
    return {-std::abs(after - before), id, before};
}

bool comes_before(const Mover& a, const Mover& b) {
    return std::pair(rank(a.id, a.before, a.after), a.after) <
           std::pair(rank(b.id, b.before, b.after), b.after);
}

}  // namespace

void TopMovers::add(std::string_view id, int before, int after) {
    if (before == after || most_ == 0) return;
    const bool is_full = heap_.size() == most_;
    if (is_full) {
        const auto& last = heap_.front();
        if (rank(id, before, after) > rank(last.id, last.before, last.after)) return;
    }
    heap_.push_back({std::string(id), before, after});
    std::push_heap(heap_.begin(), heap_.end(), comes_before);
    if (!is_full) return;
    std::pop_heap(heap_.begin(), heap_.end(), comes_before);
    heap_.pop_back();
}

void TopMovers::add(const TopMovers& other) {
    for (const auto& mover : other.heap_)
        add(mover.id, mover.before, mover.after);
}

std::vector<Mover> TopMovers::in_order() const {
    auto movers = heap_;
    std::sort(movers.begin(), movers.end(), comes_before);
    return movers;
}

}  // namespace colonnade::cli
