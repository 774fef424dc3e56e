// SPDX-License-Identifier: Apache-2.0
// What is bounded before the recursive grammar runs.
#include "dsl/expr/prescan.hpp"

#include <catch2/catch.hpp>

#include "tests/support/times.hpp"

using namespace colonnade::dsl;
using colonnade::tests::times;

namespace {

bool refused(const std::string& text) {
    const auto problem = prescan(text);
    if (problem) CHECK(problem->limit);
    return problem.has_value();
}

}  // namespace

TEST_CASE("what nests is counted, whatever stands between", "[dsl][expr]") {
    const auto most = MostExpressionDepth;
    for (const auto* piece : {"(", "( ", "f(", "x in (", "-", "- ", "-\t", "-\r\n", "-\v", "not ",
                              "not\t", "not\n", "if ", "-(", "if not "}) {
        INFO(piece);
        CHECK_FALSE(refused(times(most / 2, piece)));
        CHECK(refused(times(most + 1, piece)));
    }
}

TEST_CASE("what stands side by side does not nest", "[dsl][expr]") {
    CHECK_FALSE(refused(times(300, "(a) + ")));
    CHECK_FALSE(refused(times(300, "a - ")));
    CHECK_FALSE(refused(times(300, "not a and ")));
    CHECK_FALSE(refused(times(300, "-a * ")));
}

TEST_CASE("texts in quotes and longer words do not count", "[dsl][expr]") {
    const auto brackets = times(300, "(");
    CHECK_FALSE(refused(std::string("\"").append(brackets).append("\"")));
    CHECK_FALSE(refused(std::string("\"\\\"").append(brackets).append("\"")));
    CHECK_FALSE(refused(std::string("\"").append(brackets)));
    CHECK_FALSE(refused(times(300, "iffy ")));
    CHECK_FALSE(refused(times(300, "notes ")));
    CHECK_FALSE(refused(times(300, ")")));
}

TEST_CASE("the length of an expression is bounded", "[dsl][expr]") {
    CHECK_FALSE(refused(std::string(MostExpressionBytes, 'a')));
    CHECK(refused(std::string(MostExpressionBytes + 1, 'a')));
}

TEST_CASE("the depth of a tree is its longest chain", "[dsl][expr]") {
    const auto depth = [](const char* text) {
        return depth_of(std::get<Ast>(parse_expression(text)));
    };
    CHECK(depth("a") == 1);
    CHECK(depth("a + b + c") == 2);
    CHECK(depth("a - b - c") == 3);
    CHECK(depth("count(posts in last 3 weeks where words > 3)") == 4);
    CHECK(depth_of(Ast{}) == 0);
}
