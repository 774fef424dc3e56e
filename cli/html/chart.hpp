// SPDX-License-Identifier: Apache-2.0
// A rule's curve as a picture: where its line runs, which values the axis names, and where the
// person stands. Free of rulebooks, so that it can be kept in a file and drawn again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/rulebook/curve.hpp"
#include "dsl/types/kind.hpp"

namespace colonnade::cli {

// Places in the picture are thousandths of its width and height, from the left and from below.
inline constexpr int ChartSize = 1000;
// A line of more points would not look any different; it is sampled.
inline constexpr std::size_t MostChartPoints = 128;
inline constexpr std::size_t MostChartTicks = 8;

struct ChartPoint {
    int x = 0;
    int y = 0;
};

struct ChartTick {
    int x = 0;
    std::string label;
};

struct Chart {
    std::vector<ChartPoint> line;  // from left to right, at least two
    std::vector<ChartTick> ticks;
    std::string unit;         // of the labels; empty where each brings its own
    std::string description;  // the same in words
    std::optional<ChartPoint> person;
};

// `value`: the person's, where it is known; at the edge where it lies outside the picture.
[[nodiscard]] Chart chart_of(const dsl::Curve& curve, const dsl::Type& type,
                             std::optional<double> value, std::string_view language);

}  // namespace colonnade::cli
