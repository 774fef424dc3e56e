// SPDX-License-Identifier: Apache-2.0
// Rounding so that what is shown adds up, as it is said: with a sort, one part after another.
#pragma once

#include <cstdint>
#include <vector>

namespace colonnade::tests {

struct ReferenceShares {
    std::vector<std::int64_t> points;
    std::vector<std::int64_t> of;
};

// In units, of which `scale` are 1.
[[nodiscard]] ReferenceShares reference_shares(const std::vector<double>& points,
                                               const std::vector<double>& of, std::int64_t sum,
                                               std::int64_t sum_of, double scale);

}  // namespace colonnade::tests
