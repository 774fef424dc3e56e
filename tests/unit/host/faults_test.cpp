// SPDX-License-Identifier: Apache-2.0
// A function that behaves ill gives a sentence and no result, never a wrong one.
#include <catch2/catch.hpp>

#include "tests/unit/host/calls.hpp"

namespace colonnade::tests {
namespace {

// The sentence behind plugin and function; no value may be left.
std::string fault(Caller& faulty, const std::string& function) {
    const auto amounts = column(dsl::Kind::Number, {1.0, 2.0, 3.0});
    const auto called = faulty.call(function, {{.column = &amounts}}, 3);
    const auto begin = "plugin `faulty`: function `" + function + "`: ";
    CHECK(called.values == std::vector<MaybeNumber>(3));
    REQUIRE(called.problem);
    REQUIRE(called.problem->starts_with(begin));
    return called.problem->substr(begin.size());
}

}  // namespace

TEST_CASE("a result beyond what the function promised is no result", "[host]") {
    Caller faulty("faulty");
    CHECK(fault(faulty, "nan") == "gave nan, which is no number");
    CHECK(fault(faulty, "infinity") == "gave inf, which is no number");
    CHECK(fault(faulty, "too_small") == "gave -1, its results are between 0 and 10");
    CHECK(fault(faulty, "too_large") == "gave 11, its results are between 0 and 10");
    CHECK(fault(faulty, "no_value") == "gave 2, its results are between 0 and 1");
    CHECK(fault(faulty, "less_than_no_value") == "gave -1, its results are between 0 and 1");
    CHECK(fault(faulty, "more_than_yes") == "gave 2, its results are between 0 and 1");
}

TEST_CASE("a result where an argument was unknown is not looked at", "[host]") {
    Caller faulty("faulty");
    const auto unknown = column(dsl::Kind::Number, {std::nullopt});
    const auto called = faulty.call("too_large", {{.column = &unknown}}, 1);
    CHECK_FALSE(called.problem);
    CHECK(called.values == std::vector<MaybeNumber>(1));
}

TEST_CASE("a failure is told in the plugin's words, made safe", "[host]") {
    Caller faulty("faulty");
    CHECK(fault(faulty, "fails") == "the calendar of 1582<U+000A>is not kept");
    CHECK(fault(faulty, "fails_silently") == "out of memory");
    CHECK(fault(faulty, "fails_oddly") == "it failed with code 4711 and does not say why");
    CHECK(fault(faulty, "fails_endlessly") == std::string(512, 'x'));
    CHECK(fault(faulty, "cannot_be_made") == "this one cannot be made");
}

TEST_CASE("what is thrown out of a plugin goes no further", "[host]") {
    Caller faulty("faulty");
    CHECK(fault(faulty, "throws") == "let an exception out, which no plugin may");
    CHECK(fault(faulty, "throws_number") == "let an exception out, which no plugin may");
}

TEST_CASE("writing beyond the results is seen", "[host]") {
    Caller faulty("faulty");
    CHECK(fault(faulty, "writes_too_far") == "wrote beyond its results");
    CHECK(fault(faulty, "knows_too_much") == "wrote beyond its results");
}

TEST_CASE("only the lent arrays count", "[host]") {
    Caller faulty("faulty");
    const auto amounts = column(dsl::Kind::Number, {1.0});
    const auto called = faulty.call("swaps_arrays", {{.column = &amounts}}, 1);
    CHECK_FALSE(called.problem);
    CHECK(called.values == std::vector<MaybeNumber>(1));
}

TEST_CASE("a function that failed may be called again", "[host]") {
    Caller faulty("faulty");
    CHECK(fault(faulty, "throws") == fault(faulty, "throws"));
    CHECK(fault(faulty, "cannot_be_made") == fault(faulty, "cannot_be_made"));
}

}  // namespace colonnade::tests
