// SPDX-License-Identifier: Apache-2.0
// The largest figures that a result, a plan or an option may hold.
#pragma once

namespace colonnade::cli {

inline constexpr double MostPoints = 100;   // of a score, a rule, a gain
inline constexpr double MostMinutes = 1e9;  // two thousand years

}  // namespace colonnade::cli
