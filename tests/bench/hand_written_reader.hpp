// SPDX-License-Identifier: Apache-2.0
// What a programmer would write over simdjson's on-demand interface for exactly these facts, in the
// order in which they stand there.
#pragma once

#include <cstddef>

#include "tests/bench/people.hpp"

namespace colonnade::bench {

// The number of profiles read into columns.
[[nodiscard]] std::size_t read_by_hand(const People& people);

}  // namespace colonnade::bench
