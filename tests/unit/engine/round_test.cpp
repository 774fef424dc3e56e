// SPDX-License-Identifier: Apache-2.0
// What is shown adds up, and a rule with full points does not seem to have more than there are.
#include <catch2/catch.hpp>

#include "engine/explain/result.hpp"

using namespace colonnade::engine;

namespace {

RuleResult rule(double points, double of) {
    RuleResult result;
    result.status = Status::Assessed;
    result.points = points;
    result.of = of;
    return result;
}

// One pillar of 100.
Result result_of(std::vector<RuleResult> rules, double points, double withheld = 0) {
    PillarResult pillar;
    pillar.points = points;
    pillar.of = 100;
    pillar.withheld = withheld;
    pillar.rules = std::move(rules);
    Result result;
    result.score = points;
    result.low = result.high = points;
    result.pillars.push_back(std::move(pillar));
    return result;
}

}  // namespace

TEST_CASE("a rule with full points does not seem to have more than there are") {
    // The remainders of points go 0.03, 0.03, 0.09, those of the worth 0.03, 0.03, 0.04.
    auto result = result_of({rule(1.43, 1.43), rule(6.33, 6.33), rule(6.19, 92.24)}, 13.96);
    round_result(result, 1);
    const auto& rules = result.pillars[0].rules;
    CHECK(rules[0].points == Approx(1.5));
    CHECK(rules[0].of == Approx(1.5));
    CHECK(rules[1].points == Approx(6.3));
    CHECK(rules[1].of == Approx(6.3));
    CHECK(rules[2].points == Approx(6.2));
    CHECK(rules[2].of == Approx(92.2));
}

TEST_CASE("where too little is left to round up, points go to a rule that has room") {
    auto result = result_of(
        {rule(9.8764444, 9.8764444), rule(6.1727778, 6.1727778), rule(6.1727778, 6.1727778),
         rule(3.7036667, 3.7036667), rule(0.4280269, 3.7036667), rule(3.7036667, 3.7036667)},
        30.0573602);
    result.pillars[0].of = 33.333;
    PillarResult rest;
    rest.points = 0;
    rest.of = 66.667;
    result.pillars.push_back(rest);
    round_result(result, 1);
    double sum = 0;
    for (const auto& each : result.pillars[0].rules) {
        CHECK(each.points <= each.of);
        sum += each.points;
    }
    CHECK(sum == Approx(30.1));
}

TEST_CASE("points held back add up too") {
    auto result = result_of({rule(33.35, 33.35), rule(66.65, 66.65)}, 49.95, -50.05);
    round_result(result, 1);
    const auto& pillar = result.pillars[0];
    CHECK(pillar.rules[0].points + pillar.rules[1].points + pillar.withheld ==
          Approx(*pillar.points));
}
