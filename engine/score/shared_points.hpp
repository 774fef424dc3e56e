// SPDX-License-Identifier: Apache-2.0
// Points of parts, such as the rules of a pillar, rounded so that what is shown adds up: each down,
// then the largest remainders up, of equal ones the first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/score/decimals.hpp"

namespace colonnade::engine {

// Instead of the points of a part that has none.
inline constexpr double NoPoints = -1;
// The same in units.
inline constexpr std::int32_t NoUnits = -1;

// Keeps its memory from one use to the next.
class SharedPoints {
public:
    // So many parts are looked at at once.
    static constexpr std::size_t Lanes = 4;
    // For so many parts there is room in whole lanes.
    [[nodiscard]] static constexpr std::size_t in_lanes(std::size_t parts) {
        return (parts + Lanes - 1) / Lanes * Lanes;
    }

    // One to four decimals: units are of 32 bits, and NoPoints is below 0 in each of them.
    explicit SharedPoints(const Decimals& decimals) : scale_(decimals.scale()) {}

    // Points that sum to `sum` units, where that can be, and what they are out of, which sums to
    // `sum_of`. No part has more points than it is out of while another one has room. Each part has
    // from 0 to 100 of both, or NoPoints of both; parts without fill up the last lanes.
    void share_out(std::span<const double> points, std::span<const double> of, std::int64_t sum,
                   std::int64_t sum_of);

    // In units, until the next call; NoUnits where there are no points.
    [[nodiscard]] std::span<const std::int32_t> points() const {
        return {points_.units.data(), size_};
    }
    [[nodiscard]] std::span<const std::int32_t> of();

private:
    struct Rounded {
        std::vector<std::int32_t> units;
        std::vector<std::int32_t> keys;  // the largest first gets one more; below 0: no part
        std::int64_t sum = 0;
    };
    void round_down(std::span<const double> exact, Rounded& to) const;
    void raise_or_lower(Rounded& rounded, std::int64_t sum);
    void lower(Rounded& rounded, std::int64_t sum);
    [[nodiscard]] bool points_fit() const;
    void finish_of();
    void move_to_room();

    double scale_ = 1;
    std::size_t size_ = 0;
    Rounded points_;
    Rounded of_;
    std::int64_t sum_of_ = 0;
    bool of_is_due_ = false;
    std::vector<std::int64_t> order_;
};

}  // namespace colonnade::engine
