// SPDX-License-Identifier: Apache-2.0
// What is left of a rule's effort: from no points to the target, in between, beyond, and unknown.
#include <catch2/catch.hpp>

#include "engine/explain/tip_cost.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;
using dsl::Effort;

namespace {

// The only rule of a book, with `curve` over the number `n` and a stated effort.
engine::TipCost cost_of(const std::string& curve, const std::string& effort,
                        std::optional<double> from, double to, const std::string& measure = "n") {
    const auto book = read_everything(
        "colonnade: 1\nrulebook: made-up\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n"
        "pillars:\n  p:\n    title: {en: P}\n    weight: 1\n    rules:\n      r:\n"
        "        title: {en: R}\n        points: 1\n        measure: " +
        measure + "\n        " + curve + "\n        tip: {en: Do it}\n        effort: " + effort +
        "\n");
    REQUIRE_FALSE(book->has_errors);
    const auto& loaded = book->loaded;
    const auto& type = loaded.program.at(loaded.program.rules[0].measure).type;
    return engine::tip_cost(loaded.rulebook.pillars[0].rules[0], type, from, to,
                            engine::weeks_of_horizon(loaded.rulebook));
}

double total(const std::string& curve, std::optional<double> from, double to) {
    return cost_of(curve, "60 minutes", from, to).total_minutes;
}

}  // namespace

TEST_CASE("an effort is for the way from no points to the target") {
    const std::string full = "full: 12 or more\n        none: 2";
    CHECK(total(full, 2, 12) == 60);
    CHECK(total(full, 7, 12) == 30);
    CHECK(total(full, 11, 12) == 6);
    CHECK(total(full, 0, 12) == 60);
    CHECK(total(full, {}, 12) == 60);
    CHECK(total("full: 2 or less\n        none: 12", 7, 2) == 30);
    CHECK(total("full: 10..20\n        none: [0, 60]", 5, 10) == 30);
    CHECK(total("full: 10..20\n        none: [0, 60]", 40, 20) == 30);
}

TEST_CASE("where a curve has no points depends on its form") {
    CHECK(total("steps: {1: 30%, 3: 70%, 6: 100%}", 3, 6) == 30);
    CHECK(total("steps: {1: 30%, 3: 70%, 6: 100%}", 0, 3) == 30);
    CHECK(total("steps: {2: 100%, 6: 40%}", 4, 2) == 30);
    CHECK(total("steps: {2: 100%}", 1, 2) == 30);
    CHECK(total("line: {0: 20%, 10: 100%}", 5, 10) == 30);
    CHECK(total("line: {0: 20%, 4: 0%, 14: 100%}", 9, 14) == 30);
    CHECK(total("half: 10", 20, 40) == 30);
    CHECK(total("median: 10\n        p10: 20", 5, 20) == 60);
    CHECK(total("median: 20\n        p10: 10", 1e9, 10) == 60);
}

TEST_CASE("a weekly effort counts over the horizon, and one for each is not shortened") {
    const std::string full = "full: 12 or more\n        none: 2";
    const auto weekly = cost_of(full, "10 minutes per week", 7, 12);
    CHECK(weekly.minutes == 5);
    CHECK(weekly.total_minutes == 60);
    const auto each = cost_of(full, "10 minutes each", 7, 12);
    CHECK(each.minutes == 10);
    CHECK(each.total_minutes == 50);
    CHECK(cost_of(full, "10 minutes each", 11.5, 12).total_minutes == 10);
    CHECK(cost_of(full, "10 minutes each", {}, 12).total_minutes == 10);
}

TEST_CASE("what is missing is counted in the unit of the rule") {
    CHECK(cost_of("full: 3 weeks or more\n        none: 0", "10 minutes each", 604'800,
                  3 * 604'800.0, "length")
              .total_minutes == 20);
    CHECK(cost_of("full: 4 per week or more\n        none: 0", "10 minutes each", 1 / 604'800.0,
                  4 / 604'800.0, "pace")
              .total_minutes == Approx(30));
    CHECK(cost_of("full: 50% or more\n        none: 0%", "1 minute each", 0.3, 0.5, "part")
              .total_minutes == Approx(20));
}
