// SPDX-License-Identifier: Apache-2.0
// The pieces of a rule's curve: what a suite of tests should have tried one by one.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/bounds/interval.hpp"

namespace colonnade::engine {

// Yes and no of a `pass`; each straight or flat piece of a line; each step; of a curve without
// points the part under half of the points and the part from half on.
[[nodiscard]] std::size_t segment_count(const dsl::Rule& rule);
[[nodiscard]] std::size_t segment_at(const dsl::Rule& rule, double value);
// False where no value of the interval falls into the segment.
[[nodiscard]] bool can_reach(const dsl::Rule& rule, std::size_t segment, const Interval& values);
// `from 2 per week to 3 per week`
[[nodiscard]] std::string segment_text(const dsl::Rule& rule, std::size_t segment,
                                       const dsl::Type& type);

}  // namespace colonnade::engine
