// SPDX-License-Identifier: Apache-2.0
// A part rounded down to whole units, and how much was left over, as a key that orders parts.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/score/decimals.hpp"

namespace colonnade::engine {

// Instead of the points of a part that has none.
inline constexpr double NoPoints = -1;
// The same in units.
inline constexpr std::int32_t NoUnits = -1;

struct RoundedDown {
    std::int32_t units = NoUnits;
    std::int32_t step = NoUnits;  // what was left over
};

// Of a value in units, 0 to 2^31. What is left over, 0 to 1, is seen in steps: those on the same
// one are equal, so that the last bits of doubles decide nothing. Less than 2^24 of them.
inline RoundedDown round_down(double value) {
    constexpr double Steps = 1e7;
    const auto units = static_cast<std::int32_t>(value + Decimals::Slack);
    return {units, static_cast<std::int32_t>((value - units) * Steps + 0.5)};
}

}  // namespace colonnade::engine
