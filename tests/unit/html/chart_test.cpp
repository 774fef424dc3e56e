// SPDX-License-Identifier: Apache-2.0
// What a curve looks like as a picture: its line, its axis, the person's place.
#include "cli/html/chart.hpp"

#include <catch2/catch.hpp>
#include <vector>

using colonnade::cli::Chart;
using colonnade::cli::chart_of;
using colonnade::cli::ChartPoint;
using colonnade::dsl::Curve;
using colonnade::dsl::CurvePoint;
using colonnade::dsl::Kind;

namespace colonnade::cli {

static bool operator==(const ChartPoint& a, const ChartPoint& b) {
    return a.x == b.x && a.y == b.y;
}

}  // namespace colonnade::cli

namespace {

Curve curve_with(Curve::Form form, std::vector<CurvePoint> points) {
    Curve curve;
    curve.form = form;
    curve.points = std::move(points);
    return curve;
}

Chart drawn(const Curve& curve, std::optional<double> value = {}) {
    return chart_of(curve, {Kind::Number, {}}, value, "en");
}

}  // namespace

// A tenth of what is between lies outside on either side: 0 to 10 is shown as 0 to 11.
TEST_CASE("a line runs through its points and is flat outside") {
    const auto chart = drawn(curve_with(Curve::Form::Line, {{0, 0}, {10, 1}}));
    CHECK(chart.line == std::vector<ChartPoint>{{0, 0}, {0, 0}, {909, 1000}, {1000, 1000}});
    REQUIRE(chart.ticks.size() == 2);
    CHECK(chart.ticks[1].label == "10");
    CHECK(chart.ticks[1].x == 909);
    CHECK_FALSE(chart.person);
}

TEST_CASE("steps jump where they are reached, or left") {
    const auto up = drawn(curve_with(Curve::Form::StepsUp, {{10, 0.5}, {20, 1}}));
    CHECK(up.line.front() == ChartPoint{0, 0});
    CHECK(up.line[1] == ChartPoint{83, 0});
    CHECK(up.line[2] == ChartPoint{83, 500});
    CHECK(up.line.back() == ChartPoint{1000, 1000});
    const auto down = drawn(curve_with(Curve::Form::StepsDown, {{10, 1}, {20, 0.5}}));
    CHECK(down.line.front() == ChartPoint{0, 1000});
    CHECK(down.line[2] == ChartPoint{83, 500});
    CHECK(down.line.back() == ChartPoint{1000, 0});
}

TEST_CASE("a bent line rises from left to right") {
    Curve curve;
    curve.form = Curve::Form::Half;
    curve.half = 5;
    const auto chart = drawn(curve, 5);
    CHECK(chart.line.size() > 20);
    for (std::size_t i = 1; i < chart.line.size(); ++i) {
        CHECK(chart.line[i].x >= chart.line[i - 1].x);
        CHECK(chart.line[i].y >= chart.line[i - 1].y);
    }
    REQUIRE(chart.person);
    CHECK(chart.person->y == 500);
}

TEST_CASE("a person outside stands at the edge") {
    const auto curve = curve_with(Curve::Form::Line, {{10, 0}, {20, 1}});
    CHECK(*drawn(curve, 1e9).person == ChartPoint{1000, 1000});
    CHECK(*drawn(curve, -1e9).person == ChartPoint{0, 0});
}

TEST_CASE("a curve of very many points is sampled") {
    std::vector<CurvePoint> points;
    for (int i = 0; i < 5000; ++i)
        points.push_back({static_cast<double>(i), i / 5000.0});
    const auto chart = drawn(curve_with(Curve::Form::Line, points));
    CHECK(chart.line.size() <= colonnade::cli::MostChartPoints);
    CHECK(chart.ticks.size() <= colonnade::cli::MostChartTicks);
}

TEST_CASE("a curve at the ends of all numbers stays in the picture") {
    const auto chart = drawn(curve_with(Curve::Form::Line, {{-1.7e308, 0}, {1.7e308, 1}}), 0);
    for (const auto& point : chart.line) {
        CHECK(point.x >= 0);
        CHECK(point.x <= colonnade::cli::ChartSize);
    }
}

TEST_CASE("labels of an axis do not touch") {
    const auto chart = drawn(curve_with(
        Curve::Form::Line, {{1000000, 0}, {1000100, 0.2}, {1000200, 0.4}, {2000000, 1}}));
    CHECK(chart.ticks.size() == 2);
}

TEST_CASE("the picture is told in words too") {
    const auto chart = drawn(curve_with(Curve::Form::Line, {{0, 0}, {10, 1}}));
    CHECK(chart.description == "0: 0%; 5: 50%; 10 or more: 100%");
}
