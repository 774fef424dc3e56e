// SPDX-License-Identifier: Apache-2.0
// Results as NDJSON.
#pragma once

#include <string>

#include "tests/bench/peers/cpp/kernel.hpp"

namespace peer {

// A line for each profile: four decimals, or the shortest form of each double. They lie in `room`,
// which grows where it has to.
[[nodiscard]] std::string_view write_results(const Facts& facts, const Results& results, bool exact,
                                             std::string& room);

}  // namespace peer
