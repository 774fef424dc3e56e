// SPDX-License-Identifier: Apache-2.0
// Where a total stands among the people of a cohort.
#pragma once

#include "engine/cohort/people.hpp"

namespace colonnade::engine {

struct Rank {
    double top =
        1;  // the share of people whose total is in the same class of one point or above it
    std::uint64_t members = 0;
    double average = 0;
};

// Never better than the best one of them: `top` is at least one of all. Precondition: there are
// members.
[[nodiscard]] Rank rank_among(const People& members, double total);

}  // namespace colonnade::engine
