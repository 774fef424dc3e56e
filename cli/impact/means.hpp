// SPDX-License-Identifier: Apache-2.0
// Means of changes as they are shown: rounded so that rules and caps add up to the score's.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cli/impact/changes.hpp"

namespace colonnade::cli {

// `sums`, each divided by `divisor` (above 0) and rounded to whole units, so that they add up to
// their sum rounded alike: each down, then the largest remainders up, of equal ones the first.
[[nodiscard]] std::vector<std::int64_t> shared_quotients(std::span<const std::int64_t> sums,
                                                         std::int64_t divisor);

struct Means {
    double before = 0;
    double after = 0;
    double move = 0;            // after - before
    std::vector<double> rules;  // beside those of the changes; with `caps` they add up to `move`
    double caps = 0;
};

// With `decimals` from 0 to 4. All 0 where nobody was compared.
[[nodiscard]] Means means_of(const Changes& changes, int decimals);

}  // namespace colonnade::cli
