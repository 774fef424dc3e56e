// SPDX-License-Identifier: Apache-2.0
// Gates at, above and below their limits, decided on what is shown with one decimal.
#include <catch2/catch.hpp>

#include "cli/gates/gates.hpp"

using namespace colonnade;
using namespace colonnade::cli;

namespace {

using Open = GateResult::Open;

engine::PillarResult pillar(std::string id, std::optional<double> points) {
    engine::PillarResult pillar;
    pillar.id = id;
    pillar.title = "The " + std::move(id);
    pillar.points = points;
    pillar.of = points ? 50 : 0;
    pillar.high = 50;
    return pillar;
}

engine::Result result(double first, double second) {
    engine::Result result;
    result.profile = "anna";
    result.score = first + second;
    result.pillars = {pillar("first", first), pillar("second", second)};
    return result;
}

engine::Result nothing_assessed() {
    engine::Result result;
    result.profile = "anna";
    result.pillars = {pillar("first", {}), pillar("second", {})};
    return result;
}

GateResult one(const Gates& gates, const engine::Result& result) {
    const auto decided = decide(gates, result);
    REQUIRE(decided.size() == 1);
    return decided.front();
}

Gates min_score(double limit) {
    Gates gates;
    gates.min_score = limit;
    return gates;
}

Gates max_drop(double limit, std::optional<double> before) {
    Gates gates;
    gates.max_drop = limit;
    gates.baseline.emplace("anna", before);
    return gates;
}

}  // namespace

TEST_CASE("no gates decide nothing") {
    CHECK(decide({}, result(10, 20)).empty());
    CHECK_FALSE(Gates{}.any());
}

TEST_CASE("a total is compared as it is shown") {
    CHECK(one(min_score(70.0), result(30, 39.96)).passed);
    CHECK(one(min_score(70.0), result(30, 40)).passed);
    CHECK_FALSE(one(min_score(70.0), result(30, 39.94)).passed);
    CHECK_FALSE(one(min_score(70.05), result(30, 40.04)).passed);
    CHECK(one(min_score(62.4), result(30, 32.4)).passed);
    CHECK(one(min_score(0), result(0, 0)).passed);
    CHECK(one(min_score(100), result(50, 50)).passed);
}

TEST_CASE("a pillar is compared as it is shown among the others") {
    Gates gates;
    gates.min_pillars = {{1, 33.4}};
    // 33.35 of 66.7: the total takes one more tenth than both pillars have, the first gets it.
    CHECK_FALSE(one(gates, result(33.35, 33.35)).passed);
    gates.min_pillars = {{0, 33.4}};
    CHECK(one(gates, result(33.35, 33.35)).passed);
    const auto decided = one(gates, result(33, 20));
    CHECK((decided.pillar == "first" && decided.pillar_title == "The first"));
    CHECK(decided.actual == 33.0);
}

TEST_CASE("a drop is what the shown totals differ by") {
    CHECK(one(max_drop(2, 72.0), result(30, 40)).passed);
    CHECK_FALSE(one(max_drop(2, 72.1), result(30, 40)).passed);
    CHECK(one(max_drop(2, 72.04), result(30, 40)).passed);
    CHECK(one(max_drop(0, 70.0), result(30, 40)).passed);
    CHECK(one(max_drop(0.1, 64.3), result(30, 34.2)).passed);
    const auto risen = one(max_drop(0, 60.0), result(30, 40));
    CHECK((risen.passed && risen.actual == -10.0 && risen.before == 60.0));
}

TEST_CASE("cautions are counted") {
    Gates gates;
    gates.no_caution = true;
    auto calm = result(30, 40);
    CHECK(one(gates, calm).passed);
    auto raised = calm;
    raised.cautions = {{"chase", "Chasing", "Do not."}};
    CHECK_FALSE(one(gates, raised).passed);
    CHECK(one(gates, raised).actual == 1.0);
    auto failed = calm;
    failed.failed_cautions = {{"chase", "it crashed"}};
    CHECK_FALSE(one(gates, failed).passed);
    CHECK(one(gates, failed).open == Open::CautionFailed);
}

TEST_CASE("what cannot be decided is missed") {
    Gates all = max_drop(100, 50.0);
    all.min_score = 0;
    all.min_pillars = {{0, 0}};
    all.no_caution = true;
    const auto decided = decide(all, nothing_assessed());
    REQUIRE(decided.size() == 4);
    for (const auto& gate : decided) {
        CHECK_FALSE(gate.passed);
        CHECK(gate.open == Open::NotAssessed);
        CHECK_FALSE(gate.actual);
    }
    CHECK(one(max_drop(100, {}), result(30, 40)).open == Open::BaselineNotAssessed);
    auto stranger = result(30, 40);
    stranger.profile = "berta";
    CHECK(one(max_drop(100, 50.0), stranger).open == Open::NotInBaseline);
    CHECK_FALSE(one(max_drop(100, 50.0), stranger).passed);
}

TEST_CASE("gates come in one order and with their options") {
    Gates all = max_drop(2.5, 70.0);
    all.min_score = 60;
    all.min_pillars = {{0, 15}, {1, 10.5}};
    all.no_caution = true;
    std::string options;
    for (const auto& gate : decide(all, result(30, 40)))
        options += gate_option(gate) + "; ";
    CHECK(options ==
          "--min-score 60; --min first=15; --min second=10.5; --max-drop 2.5; --fail-on caution; ");
}

TEST_CASE("gates in words") {
    const auto gate = one(max_drop(2, 72.5), result(30, 40));
    CHECK(gate_sentence(gate, "en").wanted == "at most 2 below the baseline");
    CHECK(gate_sentence(gate, "en").found == "2.5 below it (72.5 → 70.0)");
    CHECK(gate_sentence(gate, "de").found == "2,5 darunter (72,5 → 70,0)");
    CHECK(gate_sentence(one(min_score(60.5), result(30, 40)), "de").wanted ==
          "insgesamt mindestens 60,5");
}
