// SPDX-License-Identifier: Apache-2.0
// Points of parts, such as the rules of a pillar, rounded so that what is shown adds up: each down,
// then the largest remainders up, of equal ones the first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/score/decimals.hpp"
#include "engine/score/rounded_down.hpp"

namespace colonnade::engine {

// Keeps its memory from one use to the next.
class SharedPoints {
public:
    // One to four decimals: units are of 32 bits.
    explicit SharedPoints(const Decimals& decimals) : scale_(decimals.scale()) {}

    // Points that sum to `sum` units, where that can be, and what they are out of, which sums to
    // `sum_of`. No part has more points than it is out of while another one has room. Each part has
    // from 0 to 100 of both, or NoPoints of both.
    void share_out(std::span<const double> points, std::span<const double> of, std::int64_t sum,
                   std::int64_t sum_of);

    // In units, until the next call; NoUnits where there are no points.
    [[nodiscard]] std::span<const std::int32_t> points() const { return points_.units; }
    [[nodiscard]] std::span<const std::int32_t> of() const { return of_.units; }

private:
    struct Rounded {
        std::vector<std::int32_t> units;
        std::vector<std::int64_t> order;  // of the parts that there are; the largest first
        std::int64_t sum = 0;
    };
    void round_down(std::span<const double> exact, Rounded& to) const;
    static void raise_or_lower(Rounded& rounded, std::int64_t sum);
    void move_to_room();

    double scale_ = 1;
    Rounded points_;
    Rounded of_;
};

}  // namespace colonnade::engine
