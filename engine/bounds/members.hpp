// SPDX-License-Identifier: Apache-2.0
// What the elements of a list can turn out to be, counted, and what follows for a count and a
// share.
#pragma once

#include <span>

#include "engine/bounds/interval.hpp"

namespace colonnade::engine {

// Numbers of elements. "Surely" is whatever becomes known.
struct Members {
    double surely_in = 0;
    double surely_out = 0;     // in the window, condition not fulfilled
    double surely_judged = 0;  // in the window, and in or out
    double maybe_in = 0;       // these hold the sure ones
    double maybe_out = 0;
    double maybe_undecided = 0;
    bool settled = true;  // each is in with a known field, or is not, and nothing changes that

    // More than half may be undecided, and then an aggregate has no value.
    [[nodiscard]] bool may_be_undecided() const { return maybe_undecided > surely_judged; }
};

// Of each element: whether it lies in the window, fulfils the condition, has a field. An empty span
// means that nothing is asked.
[[nodiscard]] Members members_of(std::span<const Interval> bases,
                                 std::span<const Interval> conditions,
                                 std::span<const Interval> fields);

[[nodiscard]] Interval possible_share(const Members& members);

}  // namespace colonnade::engine
