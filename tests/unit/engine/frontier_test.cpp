// SPDX-License-Identifier: Apache-2.0
// Which choices are kept, how two groups add up, and what leaving points out may cost.
#include <catch2/catch.hpp>

#include "engine/plan/frontier.hpp"

using namespace colonnade::engine;

namespace {

PlanPoint point(double minutes, double gain) {
    return {minutes, gain, {}};
}

std::vector<std::pair<double, double>> shown(const PlanFrontier& frontier) {
    std::vector<std::pair<double, double>> all;
    for (const auto& p : frontier)
        all.emplace_back(p.minutes, p.gain);
    return all;
}

// A frontier of so many points, each a minute and a point further.
PlanFrontier long_frontier(std::size_t count) {
    PlanFrontier all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(point(static_cast<double>(i), static_cast<double>(i)));
    return all;
}

const PlanLimits NoLimits{1e9, -1e9, false};

}  // namespace

TEST_CASE("only what no other beats is kept") {
    using Points = std::vector<std::pair<double, double>>;
    CHECK(shown(pareto({point(5, 2), point(0, 0), point(3, 2), point(4, 1), point(9, 3)})) ==
          Points{{0, 0}, {3, 2}, {9, 3}});
    CHECK(shown(pareto({point(0, 0), point(2, -1)})) == Points{{0, 0}});
}

TEST_CASE("of two groups every sum is made, within limits") {
    using Points = std::vector<std::pair<double, double>>;
    const PlanFrontier a{point(0, 0), point(10, 5)};
    const PlanFrontier b{point(0, 0), point(4, 1), point(20, 6)};
    double off = 0;
    CHECK(shown(sum_of(a, b, NoLimits, off)) == Points{{0, 0}, {4, 1}, {10, 5}, {14, 6}, {30, 11}});
    CHECK(shown(sum_of(a, b, {14, 2, false}, off)) == Points{{10, 5}, {14, 6}});
    CHECK(off == 0);
}

TEST_CASE("a frontier that is too long is thinned, and what that may cost is told") {
    double off = 0;
    const auto as_long = sum_of(long_frontier(MostPlanPoints), {point(0, 0)}, NoLimits, off);
    CHECK(as_long.size() == MostPlanPoints);
    CHECK(off == 0);
    const auto longer = sum_of(long_frontier(MostPlanPoints + 1), {point(0, 0)}, NoLimits, off);
    CHECK(longer.size() <= MostPlanPoints / 2 + 1);
    CHECK(off == Approx(2));
    // What is left out is worse by at most that than something that is kept and takes no longer.
    CHECK(longer.front().gain == 0);
    CHECK(longer.back().gain >= static_cast<double>(MostPlanPoints) - off);
    double minutes = 0;
    const auto saving =
        sum_of(long_frontier(MostPlanPoints + 1), {point(0, 0)}, {1e9, -1e9, true}, minutes);
    CHECK(saving.back().gain == static_cast<double>(MostPlanPoints));
    CHECK(saving.front().minutes <= minutes);
}

TEST_CASE("two long frontiers together are thinned as well") {
    double off = 0;
    (void)sum_of(long_frontier(100), long_frontier(MostPlanSums / 100), NoLimits, off);
    CHECK(off == 0);
    (void)sum_of(long_frontier(100), long_frontier(MostPlanSums / 100 + 1), NoLimits, off);
    CHECK(off > 0);
}
