// SPDX-License-Identifier: Apache-2.0
// Days, months and windows, at and beyond their edges.
#include "colonnade/sdk/calendar.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "colonnade/sdk/distinct.hpp"
#include "tests/unit/plugins/values.hpp"

namespace colonnade::sdk {
namespace {

constexpr std::int64_t Least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t Most = std::numeric_limits<std::int64_t>::max();

std::int64_t us(const char* text) {
    return tests::at(text).microseconds;
}

}  // namespace

TEST_CASE("days begin at midnight, also before 1970", "[plugins][sdk][calendar]") {
    CHECK(day_of(0) == 0);
    CHECK(day_of(Day - 1) == 0);
    CHECK(day_of(Day) == 1);
    CHECK(day_of(-1) == -1);
    CHECK(day_of(-Day) == -1);
    CHECK(day_of(-Day - 1) == -2);
}

TEST_CASE("months are those of the calendar", "[plugins][sdk][calendar]") {
    CHECK(month_of(0) == 1970 * 12);
    CHECK(month_of(-1) == 1970 * 12 - 1);
    CHECK(month_of(us("2024-02-29T23:59:59")) == 2024 * 12 + 1);
    CHECK(month_of(us("2024-03-01")) == 2024 * 12 + 2);
    CHECK(month_of(us("1900-01-01")) == 1900 * 12);
    CHECK(month_of(Least) == -32767 * 12);
    CHECK(month_of(Most) == 32767 * 12 + 11);
}

TEST_CASE("seconds become microseconds that fit", "[plugins][sdk][calendar]") {
    CHECK(microseconds_of(1.5) == 1'500'000);
    CHECK(microseconds_of(0) == 0);
    CHECK(microseconds_of(-3) == 0);
    CHECK(microseconds_of(std::numeric_limits<double>::quiet_NaN()) == 0);
    CHECK(microseconds_of(9.3e12) == Most);
    CHECK(microseconds_of(std::numeric_limits<double>::infinity()) == Most);
    CHECK(elapsed(1, 5) == 4);
    CHECK(elapsed(Least, Most) == Most);
}

TEST_CASE("a window is open at its start and closed at its end", "[plugins][sdk][calendar]") {
    const Window window(100 * Day, 7 * 86'400.0);
    CHECK(window.contains(100 * Day));
    CHECK_FALSE(window.contains(100 * Day + 1));
    CHECK(window.contains(93 * Day + 1));
    CHECK_FALSE(window.contains(93 * Day));
    CHECK(window.week_of(100 * Day) == 0);
    CHECK(window.week_of(93 * Day + 1) == 0);
    CHECK_FALSE(Window(Most, 1).contains(Least));
    CHECK_FALSE(Window(Least, 1e300).contains(Most));
}

TEST_CASE("different numbers are counted once", "[plugins][sdk][calendar]") {
    Distinct numbers;
    CHECK(numbers.count() == 0);
    for (const std::int64_t number : {3, 3, 1, 3, -2, 1}) {
        numbers.add(number);
    }
    CHECK(numbers.count() == 3);
    numbers.clear();
    CHECK(numbers.count() == 0);
}

}  // namespace colonnade::sdk
