// SPDX-License-Identifier: Apache-2.0
// Every bound on what a foreign table may make us do, each with its reason.
#pragma once

#include <cstddef>

namespace colonnade::text {

// The longest cell seen is a post of 3,000 letters. An unclosed quote ends here.
inline constexpr std::size_t MostFieldBytes = 1024 * 1024;
inline constexpr std::size_t MostRowBytes = 8 * MostFieldBytes;

// The widest table, Ad_Targeting.csv of LinkedIn, has 35 columns; that of a customer system some
// hundred.
inline constexpr std::size_t MostColumns = 1'024;

// Each broken quote may cost one look at a whole row again, so a file may not have endlessly many.
inline constexpr int MostRestarts = 1'000;

}  // namespace colonnade::text
