// SPDX-License-Identifier: Apache-2.0
// How totals are spread, as lines of text with bars.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/score/total_bin.hpp"

namespace colonnade::cli {

// A number under the others of its kind, with its label; no line break.
[[nodiscard]] std::string number_row(std::string_view label, std::size_t number);

// A line for each ten points.
[[nodiscard]] std::string totals_chart(std::span<const std::uint64_t, engine::TotalBins> totals);

}  // namespace colonnade::cli
