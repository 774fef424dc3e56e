// SPDX-License-Identifier: Apache-2.0
// The language's operators on intervals. Each result holds whatever the operator can give for any
// values from its parts; parts are taken as independent, so it may be too wide, never too narrow.
#pragma once

#include <span>

#include "engine/bounds/interval.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

// For instructions whose parts are all values and no texts.
[[nodiscard]] Interval interval_of(const Instruction& in, std::span<const Interval> parts);

}  // namespace colonnade::engine
