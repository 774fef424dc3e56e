// SPDX-License-Identifier: Apache-2.0
// Curves at and around every edge.
#include "dsl/rulebook/curve.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace colonnade::dsl;

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

double above(double x) {
    return std::nextafter(x, Infinity);
}
double below(double x) {
    return std::nextafter(x, -Infinity);
}

Curve curve_of(Curve::Form form, std::vector<CurvePoint> points, Bounds best = {}) {
    Curve curve;
    curve.form = form;
    curve.points = std::move(points);
    curve.best = best;
    return curve;
}

const Curve Peak = curve_of(Curve::Form::Line, {{0, 0}, {2, 1}, {3, 1}, {15, 0}}, Bounds{2, 3});
const Curve Rising =
    curve_of(Curve::Form::StepsUp, {{1, 0.2}, {5, 0.6}, {10, 1}}, Bounds{10, Infinity});
const Curve Falling = curve_of(Curve::Form::StepsDown, {{24, 1}, {72, 0.4}}, Bounds{-Infinity, 24});

}  // namespace

TEST_CASE("a line is exact at its points and flat outside", "[dsl][curve]") {
    CHECK(share_at(Peak, -Infinity) == 0);
    CHECK(share_at(Peak, -1) == 0);
    CHECK(share_at(Peak, 0) == 0);
    CHECK(share_at(Peak, above(0)) >= 0);
    CHECK(share_at(Peak, 1) == 0.5);
    CHECK(share_at(Peak, below(2)) < 1);
    CHECK(share_at(Peak, 2) == 1);
    CHECK(share_at(Peak, 2.5) == 1);
    CHECK(share_at(Peak, 3) == 1);
    CHECK(share_at(Peak, above(3)) <= 1);
    CHECK(share_at(Peak, 9) == 0.5);
    CHECK(share_at(Peak, 15) == 0);
    CHECK(share_at(Peak, 16) == 0);
    CHECK(share_at(Peak, Infinity) == 0);
}

TEST_CASE("a line never leaves the shares of its points", "[dsl][curve]") {
    const auto curve = curve_of(Curve::Form::Line, {{0.1, 0.3}, {0.7, 0.9}});
    for (int i = 0; i <= 1000; ++i) {
        const double share = share_at(curve, 0.1 + 0.6 * i / 1000);
        CHECK(share >= 0.3);
        CHECK(share <= 0.9);
    }
}

TEST_CASE("rising steps count from their value on", "[dsl][curve]") {
    CHECK(share_at(Rising, -Infinity) == 0);
    CHECK(share_at(Rising, below(1)) == 0);
    CHECK(share_at(Rising, 1) == 0.2);
    CHECK(share_at(Rising, below(5)) == 0.2);
    CHECK(share_at(Rising, 5) == 0.6);
    CHECK(share_at(Rising, 10) == 1);
    CHECK(share_at(Rising, Infinity) == 1);
}

TEST_CASE("falling steps count up to their value", "[dsl][curve]") {
    CHECK(share_at(Falling, -Infinity) == 1);
    CHECK(share_at(Falling, 2) == 1);
    CHECK(share_at(Falling, 24) == 1);
    CHECK(share_at(Falling, above(24)) == 0.4);
    CHECK(share_at(Falling, 72) == 0.4);
    CHECK(share_at(Falling, above(72)) == 0);
    CHECK(share_at(Falling, Infinity) == 0);
}

TEST_CASE("half of the points are reached at half", "[dsl][curve]") {
    Curve curve;
    curve.form = Curve::Form::Half;
    curve.half = 4;
    curve.best = {16, Infinity};
    CHECK(share_at(curve, -5) == 0);
    CHECK(share_at(curve, 0) == 0);
    CHECK(share_at(curve, 4) == 0.5);
    CHECK(share_at(curve, 16) == 0.8);
    CHECK(share_at(curve, 1e300) <= 1);
    CHECK(share_at(curve, Infinity) == 1);
    CHECK(target_from(curve, 3) == 16);
    CHECK(target_from(curve, 20) == 20);
}

TEST_CASE("a log-normal curve has half of the points at the median", "[dsl][curve]") {
    Curve less;
    less.form = Curve::Form::LogNormal;
    less.median = 86'400;
    less.p10 = 14'400;
    CHECK(share_at(less, 86'400) == 0.5);
    CHECK(std::abs(share_at(less, 14'400) - 0.9) <= 1e-12);
    CHECK(share_at(less, 0) == 1);
    CHECK(share_at(less, -1) == 1);
    CHECK(share_at(less, -Infinity) == 1);
    CHECK(share_at(less, Infinity) == 0);
    CHECK(share_at(less, 1e-320) == 1);
    CHECK(share_at(less, 1e300) == 0);
    CHECK(never_rises(less));
    CHECK_FALSE(never_falls(less));
    Curve more;
    more.form = Curve::Form::LogNormal;
    more.median = 5;
    more.p10 = 20;
    CHECK(share_at(more, 5) == 0.5);
    CHECK(std::abs(share_at(more, 20) - 0.9) <= 1e-12);
    CHECK(share_at(more, 0) == 0);
    CHECK(share_at(more, -3) == 0);
    CHECK(share_at(more, Infinity) == 1);
    CHECK(never_falls(more));
    CHECK(typical_values(less) == std::vector<double>{14'400, 86'400, 518'400});
    CHECK(typical_values(more) == std::vector<double>{1.25, 5, 20});
    const auto all = shares_between(more, -Infinity, Infinity);
    CHECK(all.low == 0);
    CHECK(all.high == 1);
    const auto some = shares_between(less, 14'400, 86'400);
    CHECK(some.low == 0.5);
    CHECK(some.high == share_at(less, 14'400));
}

TEST_CASE("the range of shares holds every share between", "[dsl][curve]") {
    const auto check = [](const Curve& curve, double low, double high) {
        const auto range = shares_between(curve, low, high);
        double least = 1;
        double most = 0;
        for (int i = 0; i <= 200; ++i) {
            const double share = share_at(curve, low + (high - low) * i / 200);
            CHECK(share >= range.low);
            CHECK(share <= range.high);
            least = std::min(least, share);
            most = std::max(most, share);
        }
        CHECK(range.low <= least);
        CHECK(range.high >= most);
    };
    for (const auto* curve : {&Peak, &Rising, &Falling}) {
        for (const double low : {-1.0, 0.0, 1.0, 2.0, 3.0, 20.0}) {
            for (const double high : {low, low + 1, low + 4, low + 100})
                check(*curve, low, high);
        }
    }
}

TEST_CASE("the range of shares is no wider than needed", "[dsl][curve]") {
    const auto is = [](const ShareRange& range, double low, double high) {
        CHECK(range.low == low);
        CHECK(range.high == high);
    };
    is(shares_between(Peak, -Infinity, Infinity), 0, 1);
    is(shares_between(Peak, 2, 3), 1, 1);
    is(shares_between(Peak, 1, 1), 0.5, 0.5);
    is(shares_between(Peak, 1, 9), 0.5, 1);
    is(shares_between(Rising, 1, 5), 0.2, 0.6);
    is(shares_between(Rising, 6, 9), 0.6, 0.6);
    is(shares_between(Falling, 0, Infinity), 0, 1);
    is(shares_between(Falling, 30, 60), 0.4, 0.4);
}

TEST_CASE("the target is the nearest value with nothing more to win", "[dsl][curve]") {
    CHECK(target_from(Peak, 0) == 2);
    CHECK(target_from(Peak, 2) == 2);
    CHECK(target_from(Peak, 2.5) == 2.5);
    CHECK(target_from(Peak, 3) == 3);
    CHECK(target_from(Peak, 20) == 3);
    CHECK(target_from(Rising, 4) == 10);
    CHECK(target_from(Rising, 12) == 12);
    CHECK(target_from(Falling, 72) == 24);
    CHECK(target_from(Falling, 3) == 3);
}
