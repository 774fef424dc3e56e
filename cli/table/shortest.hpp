// SPDX-License-Identifier: Apache-2.0
// The shortest decimal that reads back as the same double, of those the nearest one.
#pragma once

#include <cstddef>

namespace colonnade::cli {

inline constexpr std::size_t LongestShortest = 32;

// Writes it to `out`, where LongestShortest bytes must be free, and gives its end. The same text as
// that of fmt, in a third of the time for values from 1/1024 to 128, which figures of a table are.
[[nodiscard]] char* write_shortest(double value, char* out);

}  // namespace colonnade::cli
