// SPDX-License-Identifier: Apache-2.0
// People counted: how many have which total, and what they have together. All of it is integers, so
// that counts of parts add up to the same whatever their order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/score/score_columns.hpp"
#include "engine/score/total_bin.hpp"

namespace colonnade::engine {

// Points are added up in units of 0.0001.
inline constexpr double PointUnits = 10'000;

struct Points {
    std::uint64_t members = 0;  // who have some
    std::uint64_t units = 0;    // of all together

    [[nodiscard]] std::optional<double> average() const;
    friend bool operator==(const Points&, const Points&) = default;
};

struct People {
    std::array<std::uint64_t, TotalBins> totals{};
    Points total;
    std::vector<Points> pillars;  // in the rulebook's order

    [[nodiscard]] std::uint64_t count() const { return total.members; }
    // The profile of `row`, which has a total.
    void add(const ScoreColumns& scores, std::size_t row);
    void add(const People& other);
    friend bool operator==(const People&, const People&) = default;
};

}  // namespace colonnade::engine
