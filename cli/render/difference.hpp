// SPDX-License-Identifier: Apache-2.0
// Where two states of a file differ: the first places, in the manner of `diff -u` without context.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

// Enough to see what it is about; the whole is seen by changing the file.
inline constexpr std::size_t MostPlaces = 3;
inline constexpr std::size_t MostLinesOfPlace = 4;

[[nodiscard]] std::string render_difference(std::string_view name, std::string_view before,
                                            std::string_view after);

}  // namespace colonnade::cli
