// SPDX-License-Identifier: Apache-2.0
// A row of figures as a row of bars, one cell each.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace colonnade::cli {

enum class Letters { Unicode, Ascii };

// The last `most` of them, from the least to the greatest of these; a gap is a point.
[[nodiscard]] std::string sparkline(std::span<const std::optional<double>> values, std::size_t most,
                                    Letters letters);

}  // namespace colonnade::cli
