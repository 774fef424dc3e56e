// SPDX-License-Identifier: Apache-2.0
// Rules: the forms of curves, what contradicts itself, and values that are missing or empty.
#include <catch2/catch.hpp>

#include <limits>

#include "tests/support/tiny.hpp"

using namespace colonnade;
using dsl::Curve;
using tests::read_rule_with;

namespace {

using Marks = std::vector<std::string>;
constexpr double Infinity = std::numeric_limits<double>::infinity();

Marks marks(const std::string& keys) {
    return read_rule_with(keys).marks();
}

Curve curve(const std::string& keys) {
    const auto reading = read_rule_with("measure: followers\n" + keys);
    INFO(keys);
    REQUIRE(reading.marks().empty());
    return reading.rulebook.pillars.at(0).rules.at(0).curve;
}

std::string points(const Curve& c) {
    std::string text;
    for (const auto& p : c.points) {
        if (!text.empty()) text += ' ';
        text += std::to_string(static_cast<int>(p.at));
        text += ':';
        text += std::to_string(static_cast<int>(p.share * 100));
    }
    return text;
}

void check_best(const Curve& c, double min, double max) {
    CHECK(c.best.min == min);
    CHECK(c.best.max == max);
}

}  // namespace

TEST_CASE("full and none make a line", "[dsl][curve]") {
    for (const auto* rising : {"full: 5\nnone: 0", "full: 5 or more\nnone: 0"}) {
        CHECK(points(curve(rising)) == "0:0 5:100");
        check_best(curve(rising), 5, Infinity);
    }
    for (const auto* falling : {"full: 5\nnone: 9", "full: 5 or less\nnone: 9"}) {
        CHECK(points(curve(falling)) == "5:100 9:0");
        check_best(curve(falling), -Infinity, 5);
    }
    CHECK(points(curve("full: 2..3\nnone: [0, 15]")) == "0:0 2:100 3:100 15:0");
    check_best(curve("full: 2..3\nnone: [15, 0]"), 2, 3);
    CHECK(points(curve("full: 5\nnone: [0, 9]")) == "0:0 5:100 9:0");
    check_best(curve("full: 5\nnone: [0, 9]"), 5, 5);
}

TEST_CASE("full and none that contradict each other are refused", "[dsl][curve]") {
    const Marks none{"curve-form: none"};
    for (const auto* keys :
         {"full: 5\nnone: 5", "full: 5 or more\nnone: 5", "full: 5 or more\nnone: 9",
          "full: 5 or less\nnone: 0", "full: 5 or less\nnone: 5", "full: 2..3\nnone: 0",
          "full: 2..3\nnone: [0, 3]", "full: 2..3\nnone: [2, 9]", "full: 5\nnone: [0, 1, 9]",
          "full: 5\nnone: []", "full: 5\nnone: 0 or less"}) {
        INFO(keys);
        CHECK(marks(std::string("measure: followers\n") + keys) == none);
    }
    CHECK(marks("measure: followers\nfull: 5") == Marks{"curve-form: full"});
    CHECK(marks("measure: followers\nnone: 5") == none);
    CHECK(marks("measure: followers\nfull: 3..2\nnone: [0, 9]") == Marks{"curve-form: 3..2"});
}

TEST_CASE("steps rise or fall", "[dsl][curve]") {
    const auto rising = curve("steps: {1: 20%, 5: 60%, 10: 100%}");
    CHECK(rising.form == Curve::Form::StepsUp);
    check_best(rising, 10, Infinity);
    check_best(curve("steps: {1: 20%, 5: 60%, 10: 60%}"), 5, Infinity);
    const auto falling = curve("steps: {24: 100%, 72: 40%}");
    CHECK(falling.form == Curve::Form::StepsDown);
    check_best(falling, -Infinity, 24);
    check_best(curve("steps: {24: 100%, 48: 100%, 72: 40%}"), -Infinity, 48);
    CHECK(marks("measure: followers\nsteps: {1: 20%, 2: 60%, 3: 10%}") ==
          Marks{"curve-form: steps"});
    CHECK(marks("measure: followers\nsteps: {2: 20%, 1: 60%}") == Marks{"curve-form: 1"});
    CHECK(marks("measure: notice\nsteps: {7 days: 20%, 1 week: 60%}") ==
          Marks{"curve-form: 1 week"});
    CHECK(marks("measure: followers\nsteps: {1: 120%}") == Marks{"wrong-value: 120%"});
    CHECK(marks("measure: followers\nsteps: {1: 0%, 2: 0%}") == Marks{"nothing-to-earn: steps"});
    CHECK(marks("measure: followers\nsteps: {}") == Marks{"curve-form: steps"});
    CHECK(marks("measure: followers\nsteps: 5") == Marks{"curve-form: steps"});
    CHECK(marks("measure: followers\nsteps: {1 or more: 20%}") == Marks{"curve-form: 1 or more"});
}

TEST_CASE("a line has two points or more and knows its best part", "[dsl][curve]") {
    check_best(curve("line: {0: 0%, 10: 80%, 50: 100%}"), 50, Infinity);
    check_best(curve("line: {0: 100%, 10: 0%}"), -Infinity, 0);
    check_best(curve("line: {0: 0%, 5: 100%, 6: 100%, 9: 0%}"), 5, 6);
    CHECK(marks("measure: followers\nline: {0: 0%}") == Marks{"curve-form: line"});
    CHECK(marks("measure: followers\nline: {0: 0%, 1: 0%}") == Marks{"nothing-to-earn: line"});
}

TEST_CASE("half is one value above zero", "[dsl][curve]") {
    const auto half = curve("half: 5");
    CHECK(half.form == Curve::Form::Half);
    check_best(half, 20, Infinity);
    for (const auto* wrong : {"half: 0", "half: 5 or more", "half: 2..3"}) {
        INFO(wrong);
        CHECK(marks(std::string("measure: followers\n") + wrong) == Marks{"curve-form: half"});
    }
}

TEST_CASE("median and p10 are two different values above zero", "[dsl][curve]") {
    const auto less = curve("median: 20\np10: 5");
    CHECK(less.form == Curve::Form::LogNormal);
    CHECK(less.median == 20);
    CHECK(less.p10 == 5);
    check_best(less, -Infinity, 5);
    check_best(curve("median: 5\np10: 20"), 20, Infinity);
    const std::string measure = "measure: followers\n";
    CHECK(marks(measure + "median: 5") == Marks{"curve-form: median"});
    CHECK(marks(measure + "p10: 5") == Marks{"curve-form: p10"});
    CHECK(marks(measure + "median: 5\np10: 5") == Marks{"curve-form: p10"});
    CHECK(marks(measure + "median: 0\np10: 5") == Marks{"curve-form: median"});
    CHECK(marks(measure + "median: 5\np10: 0") == Marks{"curve-form: p10"});
    CHECK(marks(measure + "median: 5 or more\np10: 8") == Marks{"curve-form: median"});
    CHECK(marks(measure + "median: 5\np10: 8\nbetter: more").empty());
    CHECK(marks(measure + "median: 8\np10: 5\nbetter: less").empty());
    CHECK(marks(measure + "median: 8\np10: 5\nbetter: more") == Marks{"curve-form: better"});
    CHECK(marks(measure + "median: 5\np10: 8\nbetter: less") == Marks{"curve-form: better"});
    CHECK(marks("measure: pace\nmedian: 1 per week\np10: 1 per day").empty());
    CHECK(marks("measure: notice\nmedian: 2 days\np10: 4 hours").empty());
    CHECK(marks("measure: ratio\nmedian: 20%\np10: 60%").empty());
    CHECK(marks("measure: pace\nmedian: 5\np10: 1 per day") == Marks{"wrong-type: 5"});
    CHECK(marks("measure: born\nmedian: 2020-01-01\np10: 2024-01-01") ==
          Marks{"curve-form: median", "curve-form: p10"});
    CHECK(marks("measure: born\nhalf: 2020-01-01") == Marks{"curve-form: half"});
    CHECK(marks(measure + "median: 5\np10: 8\nhalf: 3") == Marks{"curve-count: r"});
    CHECK(curve("median: 20\np10: 5\ntarget: 3 or less").best.max == 3);
    const auto share = read_rule_with("measure: ratio\nhalf: 45%").rulebook;
    CHECK(share.pillars[0].rules[0].curve.best.min == 1);
}

TEST_CASE("the values of a curve have the unit of the measure", "[dsl][curve]") {
    CHECK(marks("measure: pace\nfull: 2..3 per week\nnone: [0, 15 per week]").empty());
    CHECK(marks("measure: notice\nfull: 24 hours or less\nnone: 3 days").empty());
    CHECK(marks("measure: born\nfull: 2024-01-31 or more\nnone: 2020-01-01").empty());
    CHECK(marks("measure: ratio\nfull: 60%\nnone: 0").empty());
    CHECK(marks("measure: followers\nfull: 60%\nnone: 0").empty());
    CHECK(marks("measure: pace\nfull: 5\nnone: 0") == Marks{"wrong-type: 5"});
    CHECK(marks("measure: followers\nfull: 5 days\nnone: 0") == Marks{"wrong-type: 5 days"});
    CHECK(marks("measure: notice\nfull: 2 per week\nnone: 0") == Marks{"wrong-type: 2 per week"});
    CHECK(marks("measure: ratio\nfull: 60\nnone: 0") == Marks{"bare-share: 60"});
    CHECK(marks("measure: followers\nfull: posts\nnone: 0") == Marks{"expression-syntax: posts"});
    CHECK(marks("measure: followers\nfull: 2-3\nnone: 0") == Marks{"expression-syntax: -3"});
    CHECK(curve("full: 5\nnone: 0").display.has_unit == false);
    const auto rate = read_rule_with("measure: pace\nfull: 1 per 2 weeks\nnone: 0").rulebook;
    CHECK(rate.pillars[0].rules[0].curve.display.unit == dsl::Unit::Week);
    CHECK(rate.pillars[0].rules[0].curve.display.per == 2);
}

TEST_CASE("a rule has one measure and one curve", "[dsl][rulebook]") {
    const Marks one{"curve-count: r"};
    CHECK(marks("measure: followers") == one);
    CHECK(marks("full: 5\nnone: 0") == one);
    CHECK(marks("pass: has photo\nmeasure: followers\nfull: 5\nnone: 0") == one);
    CHECK(marks("measure: followers\nfull: 5\nnone: 0\nhalf: 3") == one);
    CHECK(marks("measure: followers\nsteps: {1: 5%}\nline: {1: 2%}") == one);
    CHECK(marks("pass: has photo\nfull: 5\nnone: 0") ==
          Marks{"curve-count: full", "curve-count: none"});
    CHECK(marks("pass: followers") == Marks{"wrong-type: followers"});
    CHECK(marks("measure: photo\nhalf: 3") == Marks{"wrong-type: photo"});
    CHECK(marks("measure: headline\nhalf: 3") == Marks{"wrong-type: headline"});
    CHECK(marks("measure: level\nhalf: 3") == Marks{"wrong-type: level"});
    CHECK(marks("measure: posts\nhalf: 3") == Marks{"wrong-type: posts"});
}

TEST_CASE("a promise is held by the curve", "[dsl][curve]") {
    const std::string measure = "measure: followers\n";
    CHECK(marks(measure + "full: 5\nnone: 0\nbetter: more").empty());
    CHECK(marks(measure + "full: 5\nnone: 9\nbetter: less").empty());
    CHECK(marks(measure + "half: 5\nbetter: more").empty());
    const Marks broken{"curve-form: better"};
    CHECK(marks(measure + "full: 5\nnone: 0\nbetter: less") == broken);
    CHECK(marks(measure + "half: 5\nbetter: less") == broken);
    CHECK(marks(measure + "full: 2..3\nnone: [0, 9]\nbetter: more") == broken);
    CHECK(marks(measure + "full: 5\nnone: 9\nbetter: mor") == Marks{"wrong-value: mor"});
}

TEST_CASE("an empty text is no value", "[dsl][rulebook]") {
    CHECK(marks("measure: followers\nfull: ''\nnone: 0") == Marks{"wrong-value: full"});
    CHECK(marks("measure: followers\nfull: 5\nnone: ''") == Marks{"wrong-value: none"});
    CHECK(marks("measure: followers\nhalf: \"\"") == Marks{"wrong-value: half"});
    CHECK(marks("measure: followers\nhalf:") == Marks{"wrong-shape: half"});
    CHECK(marks("pass: ''").size() == 1);
    CHECK(marks("pass:").size() == 1);
    CHECK(marks("pass: has photo\nfrom: ''") == Marks{"wrong-value: from"});
    CHECK(marks("pass: has photo\nunknown: ''") == Marks{"wrong-value: unknown"});
    CHECK(marks("pass: has photo\ncap: ''") == Marks{"wrong-value: cap"});
}

TEST_CASE("options of a rule", "[dsl][rulebook]") {
    const auto reading = read_rule_with(
        "pass: has photo\nif: followers > 3\nunknown: none\ncap: 60%\nfrom: 2026-01-01\n"
        "until: 2026-12-31\nbecause: {en: So, source: A book, evidence: study}");
    CHECK(reading.marks().empty());
    const auto& rule = reading.rulebook.pillars[0].rules[0];
    CHECK(rule.is_pass);
    CHECK(rule.condition >= 0);
    CHECK(rule.unknown == dsl::UnknownPolicy::None);
    CHECK(rule.cap == 0.6);
    CHECK(rule.from == 1'767'225'600);
    CHECK(rule.because.evidence == "study");
    CHECK(marks("measure: followers\nhalf: 3\ncap: 60%") == Marks{"curve-form: cap"});
    CHECK(marks("pass: has photo\ncap: 60") == Marks{"wrong-value: 60"});
    CHECK(marks("pass: has photo\nfrom: 01.02.2026") == Marks{"wrong-value: 01.02.2026"});
    CHECK(marks("pass: known photo") == Marks{"known-decides: pass"});
    CHECK(marks("measure: average(posts.words)\nhalf: 3") == Marks{"may-have-no-value: measure"});
    for (const auto* silent : {"if: has posts", "unknown: none", "unknown: skip"}) {
        INFO(silent);
        CHECK(marks(std::string("measure: average(posts.words)\nhalf: 3\n") + silent).empty());
    }
}
