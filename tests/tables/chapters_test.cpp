// SPDX-License-Identifier: Apache-2.0
// No row of the suite is silently left out: each chapter has as many as it promises, and each
// belongs to one of the programs.
#include <catch2/catch.hpp>

#include "tests/tables/chapter.hpp"

using namespace colonnade::tests;

TEST_CASE("no chapter loses rows, and all are run", "[tables]") {
    std::size_t run = 0;
    std::size_t rows = 0;
    for (const auto numbers : {Expressions, Curves, Intervals, Totals})
        run += chapters(numbers).size();
    const auto all = chapters({20, 99});
    CHECK(run == all.size());
    for (const auto& chapter : all) {
        INFO(chapter.name);
        CHECK(chapter.promised == static_cast<int>(chapter.rows.size()));
        rows += chapter.rows.size();
    }
    CHECK(rows >= 1'000);
}
