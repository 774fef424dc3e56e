// SPDX-License-Identifier: Apache-2.0
// The rules that a person has lost the most points by.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cli/table/columns.hpp"

namespace colonnade::cli {

inline constexpr std::size_t NoGap = static_cast<std::size_t>(-1);

// Indices of rules, the one with the most points missing first, of equals the first in order; NoGap
// where no more have any missing. Rules that were not assessed have NoPoints of both; such fill up
// the last lanes (of SharedPoints).
class GapFinder {
public:
    [[nodiscard]] std::array<std::size_t, Gaps> find(std::span<const double> points,
                                                     std::span<const double> of);

private:
    [[nodiscard]] double lose(std::span<const double> points, std::span<const double> of);

    std::vector<double> missing_;
    std::vector<std::uint32_t> candidates_;
};

}  // namespace colonnade::cli
