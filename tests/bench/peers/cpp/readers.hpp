// SPDX-License-Identifier: Apache-2.0
// Ways from lines of NDJSON to columns of facts. Each ends the program at a line that it cannot
// read.
#pragma once

#include <string_view>

#include "tests/bench/peers/cpp/facts.hpp"

namespace peer {

// Adds the profiles of `lines`, which end in a line feed and have `Lines::Padding` bytes behind
// them.
using Reader = void (*)(std::string_view lines, Facts& facts);

// Knows the keys of a flat profile and their order, and nothing else: the least that can be done.
void read_predicting(std::string_view lines, Facts& facts);
// By simdjson's on-demand interface, as its manual shows.
void read_flat(std::string_view lines, Facts& facts);
void read_deep(std::string_view lines, Facts& facts);
// Only where the values are, and the id: what simdjson costs before anything is done with it.
void read_structure(std::string_view lines, Facts& facts);

// The place of the category's value.
[[nodiscard]] double category_of(std::string_view text);

}  // namespace peer
