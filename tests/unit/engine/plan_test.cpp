// SPDX-License-Identifier: Apache-2.0
// Plans worked out by hand: what there is to choose, how a window rises, when the work is done, and
// what is told.
#include <catch2/catch.hpp>

#include "engine/plan/plan.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;
using engine::Plan;
using engine::PlanGoal;

namespace {

constexpr const char* Head =
    "colonnade: 1\nrulebook: made-up\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n"
    "pillars:\n  p:\n    title: {en: P}\n    weight: 1\n    rules:\n";

std::string rule(const std::string& id, const std::string& measure, const std::string& curve,
                 const std::string& effort, int points = 1) {
    const auto kind = curve == "pass" ? "        pass: " + measure + "\n"
                                      : "        measure: " + measure + "\n        " + curve + "\n";
    return "      " + id + ":\n        title: {en: R}\n        points: " + std::to_string(points) +
           "\n" + kind + "        tip: {en: Do it for <gain>}\n        effort: " + effort + "\n";
}

Plan plan_for(const std::string& rules, const std::string& facts, const PlanGoal& goal) {
    const auto book = read_everything(Head + rules);
    REQUIRE_FALSE(book->has_errors);
    const auto batch = batch_of(
        *book, {R"({"profile":1,"as_of":"2026-11-20","joined":"2001-01-01",)" + facts + "}"});
    ColumnFunctions functions;
    const engine::ScoredBatch scored(book->loaded, batch, functions);
    return engine::make_plan(scored, goal, "en");
}

PlanGoal target(double points) {
    PlanGoal goal;
    goal.target = points;
    return goal;
}

PlanGoal hours_a_week(double hours, int weeks) {
    return {{}, hours * 60 * weeks, weeks};
}

constexpr const char* Posts = "full: 2 per week or more\n        none: 0 per week";

}  // namespace

TEST_CASE("a rate rises for as long as its window is") {
    const auto rules = rule("r", "rate(events in last 12 weeks)", Posts, "30 minutes per week");
    const auto half = plan_for(rules, R"("events":[])", hours_a_week(1, 6));
    REQUIRE(half.steps.size() == 1);
    CHECK(half.steps[0].set == "p.r=1 per week");
    CHECK(half.after == Approx(50));
    CHECK(half.total_minutes == 180);
    REQUIRE(half.weeks.size() == 6);
    CHECK(half.weeks[2].score == Approx(25));
    CHECK(half.weeks[2].minutes == 30);
    const auto whole = plan_for(rules, R"("events":[])", target(100));
    REQUIRE(whole.steps.size() == 1);
    CHECK(whole.steps[0].reached_week == 12);
    CHECK(whole.total_minutes == 360);
    CHECK(whole.weeks.back().score == Approx(100));
    CHECK(whole.after_low == Approx(100));
}

TEST_CASE("a count rises too, but only what is whole counts") {
    const auto rules = rule("r", "count(events in last 4 weeks)",
                            "full: 5 or more\n        none: 0", "10 minutes each");
    const auto plan = plan_for(rules, R"("events":[])", hours_a_week(1, 3));
    REQUIRE(plan.steps.size() == 1);
    CHECK(plan.steps[0].value == 3);  // of 3.75
    CHECK(plan.total_minutes == Approx(50 * 3.0 / 4));
    // Who goes on for longer than the window keeps it filled.
    const auto longer = plan_for(rules, R"("events":[])", hours_a_week(1, 8));
    CHECK(longer.steps[0].value == 5);
    CHECK(longer.total_minutes == Approx(100));
    CHECK(longer.steps[0].reached_week == 4);
}

TEST_CASE("what holds or not has no half, whatever window it looks at") {
    const auto rules = rule("r", "count(events in last 12 weeks) >= 3", "pass", "45 minutes");
    const auto plan = plan_for(rules, R"("events":[])", hours_a_week(1, 3));
    REQUIRE(plan.steps.size() == 1);
    CHECK(plan.steps[0].set == "p.r=true");
    CHECK(plan.steps[0].value == 1);
    CHECK(plan.steps[0].reached_week == 1);
    CHECK(plan.total_minutes == 45);
    CHECK(plan.after == Approx(100));
}

TEST_CASE("a text tells the gain that stands beside it") {
    const auto rules = rule("a", "flag", "pass", "1 minute", 2344) +
                       rule("b", "m", "full: 7656 or more\n        none: 0", "9 hours", 7656);
    PlanGoal short_one;
    short_one.minutes = 1;
    const auto plan = plan_for(rules, R"("flag":false,"m":104)", short_one);
    REQUIRE(plan.steps.size() == 1);
    CHECK(plan.before == Approx(1.04));
    CHECK(plan.after == Approx(24.48));
    CHECK(plan.steps[0].text == "Do it for 23.5");  // from 1.0 to 24.5
}

TEST_CASE("work that is done once fills the hours that are left") {
    const auto rules =
        rule("rhythm", "rate(events in last 12 weeks)", Posts, "30 minutes per week") +
        rule("flag", "flag", "pass", "45 minutes", 4) +
        rule("n", "n", "full: 10 or more\n        none: 0", "60 minutes", 3);
    const auto plan = plan_for(rules, R"("events":[],"flag":false,"n":0)", hours_a_week(1, 4));
    REQUIRE(plan.steps.size() == 3);
    std::vector<std::string> places;
    for (const auto& step : plan.steps)
        places.push_back(step.rule + " " + std::to_string(step.first_week) + "-" +
                         std::to_string(step.last_week));
    CHECK(places == std::vector<std::string>{"p.flag 1-2", "p.rhythm 1-4", "p.n 2-4"});
    for (const auto& week : plan.weeks)
        CHECK(week.minutes <= Approx(60));
}

TEST_CASE("each step of a curve is one to choose") {
    const auto rules = rule("r", "n", "steps: {1: 30%, 3: 70%, 6: 100%}", "10 minutes each");
    const auto some = plan_for(rules, R"("n":0)", target(60));
    REQUIRE(some.steps.size() == 1);
    CHECK(some.steps[0].set == "p.r=3");
    CHECK(some.total_minutes == 30);
    CHECK(some.is_reached);
    PlanGoal time;
    time.minutes = 15;
    CHECK(plan_for(rules, R"("n":0)", time).steps.at(0).set == "p.r=1");
}

TEST_CASE("two rules that measure the same are one step") {
    const auto rules = rule("a", "n", "full: 10 or more\n        none: 0", "60 minutes") +
                       rule("b", "n", "full: 5 or more\n        none: 0", "20 minutes");
    const auto plan = plan_for(rules, R"("n":0)", target(100));
    REQUIRE(plan.steps.size() == 1);
    CHECK(plan.steps[0].set == "p.a=10");
    CHECK(plan.total_minutes == 60);
    const auto less = plan_for(rules, R"("n":0)", target(70));
    CHECK(less.steps.at(0).set == "p.b=5");
}

TEST_CASE("a cap is lifted where that is worth it") {
    auto capped = rule("flag", "flag", "pass", "60 minutes");
    capped += "        cap: 20%\n";
    const auto rules =
        capped + rule("n", "n", "full: 10 or more\n        none: 0", "10 minutes", 9);
    // Without the flag no more than 20 of 100 count.
    const auto plan = plan_for(rules, R"("flag":false,"n":0)", target(90));
    CHECK(plan.steps.size() == 2);
    CHECK(plan_for(rules, R"("flag":false,"n":0)", target(20)).steps.at(0).rule == "p.n");
    CHECK(plan.steps[0].gain + plan.steps[1].gain == Approx(plan.after - plan.before));
}

TEST_CASE("what cannot be reached goes as far as it goes") {
    const auto rules = rule("r", "n", "half: 10", "10 minutes each") +
                       rule("u", "m", "full: 1\n        none: 0", "10 minutes");
    const auto plan = plan_for(rules, R"("n":0)", target(100));
    CHECK_FALSE(plan.is_reached);
    CHECK(plan.is_optimal);
    CHECK(plan.after == Approx(80));
    // The unknown rule is worth as much, and gives nothing or all.
    CHECK(plan.after_low == Approx(40));
    CHECK(plan.after_high == Approx(90));
    REQUIRE(plan.find_out.size() == 1);
    CHECK(plan.find_out[0].rule == "p.u");
    CHECK(plan.find_out[0].needs == std::vector<std::string>{"m"});
    CHECK(plan.find_out[0].worth == Approx(50));
}

TEST_CASE("a plan has the same steps in every language") {
    const auto book = read_everything(
        "colonnade: 1\nrulebook: made-up\nschema: everything\nlanguages: [en, de]\n"
        "title: {en: T, de: T}\npillars:\n  p:\n    title: {en: P, de: P}\n    weight: 1\n    "
        "rules:\n"
        "      spoken:\n        title: {en: R, de: G}\n        points: 1\n        pass: flag\n"
        "        tip: {en: Do it., de: Los.}\n        effort: 5 minutes\n"
        // Nobody could say this in German: `m` is unknown.
        "      speechless:\n        title: {en: R, de: G}\n        points: 1\n        measure: n\n"
        "        full: 10 or more\n        none: 0\n        tip: {en: More., de: <m> mehr.}\n"
        "        effort: 5 minutes\n");
    REQUIRE_FALSE(book->has_errors);
    const auto batch =
        batch_of(*book, {R"({"profile":1,"as_of":"2026-11-20","flag":false,"n":0})"});
    ColumnFunctions functions;
    const engine::ScoredBatch scored(book->loaded, batch, functions);
    const auto plans = engine::make_plans(scored, target(100), {"en", "de"});
    REQUIRE(plans.size() == 2);
    for (const auto& plan : plans) {
        REQUIRE(plan.steps.size() == 1);
        CHECK(plan.steps[0].rule == "p.spoken");
        CHECK(plan.after == Approx(50));
    }
    CHECK(plans[0].steps[0].text == "Do it.");
    CHECK(plans[1].steps[0].text == "Los.");
    CHECK(engine::make_plan(scored, target(100), "en").steps.size() == 1);
}

TEST_CASE("a target is reached as it is shown") {
    const auto rules = rule("r", "part", "full: 100%\n        none: 0%", "10 minutes");
    CHECK(plan_for(rules, R"("part":0.7496)", target(75)).steps.empty());
    CHECK(plan_for(rules, R"("part":0.7494)", target(75)).steps.size() == 1);
    CHECK(plan_for(rules, R"("part":1)", target(75)).is_reached);
}
