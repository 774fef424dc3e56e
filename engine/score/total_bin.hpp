// SPDX-License-Identifier: Apache-2.0
// Totals in classes one point wide.
#pragma once

#include <algorithm>
#include <cstddef>

#include "engine/score/decimals.hpp"

namespace colonnade::engine {

// From `i` to below `i + 1`; 100 stands alone.
inline constexpr std::size_t TotalBins = 101;

// The class of a total as tables show it, with four decimals.
[[nodiscard]] inline std::size_t total_bin(double total) {
    return static_cast<std::size_t>(std::clamp(Decimals(4).round(total), 0.0, 100.0));
}

}  // namespace colonnade::engine
