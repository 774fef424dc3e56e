// SPDX-License-Identifier: Apache-2.0
#include "engine/cohort/rank.hpp"

#include <algorithm>
#include <numeric>

namespace colonnade::engine {

Rank rank_among(const People& members, double total) {
    const auto first = static_cast<std::ptrdiff_t>(total_bin(total));
    const auto as_good =
        std::accumulate(members.totals.begin() + first, members.totals.end(), std::uint64_t{0});
    const auto at_least_one = std::max<std::uint64_t>(as_good, 1);
    return {static_cast<double>(at_least_one) / static_cast<double>(members.count()),
            members.count(), members.total.average().value_or(0)};
}

}  // namespace colonnade::engine
