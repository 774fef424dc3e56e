// SPDX-License-Identifier: Apache-2.0
// Points, pillars, totals and the three rules with most points missing, of whole columns.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tests/bench/peers/cpp/facts.hpp"

namespace peer {

inline constexpr std::size_t RuleCount = 40;
inline constexpr std::size_t PillarCount = 4;
inline constexpr std::size_t Gaps = 3;
inline constexpr std::uint8_t NoGap = 255;

struct Results {
    std::vector<double> total;
    std::array<std::vector<double>, PillarCount> pillars;
    std::array<std::vector<double>, RuleCount> points;  // NaN where the rule does not apply
    std::array<std::vector<std::uint8_t>, Gaps> gaps;   // rules

    void make_room(std::size_t rows);
};

enum class Want { Points, PointsAndGaps };

// Precondition: there is room for whole blocks in both.
void score(const Facts& facts, Want want, Results& results);

[[nodiscard]] std::string_view rule_name(std::size_t rule);
[[nodiscard]] std::string_view pillar_name(std::size_t pillar);

}  // namespace peer
