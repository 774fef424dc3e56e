// SPDX-License-Identifier: Apache-2.0
// Dates, times and units, at their edges.
#include "dsl/types/moment.hpp"

#include <catch2/catch.hpp>

#include "dsl/types/unit.hpp"

using namespace colonnade::dsl;

TEST_CASE("a date has four, two and two digits", "[dsl][types]") {
    CHECK(parse_date("1970-01-01") == 0);
    CHECK(parse_date("1970-01-02") == 86'400);
    CHECK(parse_date("1969-12-31") == -86'400);
    CHECK(parse_date("2024-02-29") == 1'709'164'800);
    CHECK(parse_date("2000-02-29") == 951'782'400);
    for (const auto* wrong :
         {"", "2024", "2024-1-1", "2024-01-1", "2024-13-01", "2024-00-10", "2024-01-32",
          "2024-02-30", "2023-02-29", "1900-02-29", "2024-01-01 ", " 2024-01-01", "2024/01/01",
          "01.02.2024", "+024-01-01", "2024-01-0a", "2024-01-01T"}) {
        INFO(wrong);
        CHECK_FALSE(parse_date(wrong));
    }
}

TEST_CASE("the years of dates are bounded", "[dsl][types]") {
    CHECK(parse_date("1900-01-01"));
    CHECK(parse_date("2100-12-31"));
    CHECK_FALSE(parse_date("1899-12-31"));
    CHECK_FALSE(parse_date("2101-01-01"));
}

TEST_CASE("a moment is a date or a time of UTC", "[dsl][types]") {
    CHECK(parse_moment("1970-01-02") == 86'400);
    CHECK(parse_moment("1970-01-01T00:00:01Z") == 1);
    CHECK(parse_moment("2026-11-23T23:59:59Z") == 1'795'478'399);
    for (const auto* wrong :
         {"2026-11-23T23:59:59", "2026-11-23 23:59:59Z", "2026-11-23T24:00:00Z",
          "2026-11-23T23:60:00Z", "2026-11-23T23:59:60Z", "2026-11-23T23:59:59+0",
          "2026-11-23T23:59:5Z", "2026-11-23T", "2026-11-23T1:00:000Z"}) {
        INFO(wrong);
        CHECK_FALSE(parse_moment(wrong));
    }
}

TEST_CASE("moments are written as they are read", "[dsl][types]") {
    for (const auto* text : {"1900-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z",
                             "2024-02-29T12:34:56Z", "2100-12-31T23:59:59Z"}) {
        INFO(text);
        const auto moment = parse_moment(text);
        REQUIRE(moment);
        CHECK(time_text(*moment) == text);
        CHECK(date_text(*moment) == std::string(text).substr(0, 10));
    }
    CHECK(civil_date(-1).day == 31);
    CHECK(civil_date(-1).year == 1969);
}

TEST_CASE("every unit is whole seconds and has two spellings", "[dsl][types]") {
    CHECK(seconds_in(Unit::Week) == 7 * seconds_in(Unit::Day));
    CHECK(seconds_in(Unit::Year) == 12 * seconds_in(Unit::Month));
    for (const auto unit :
         {Unit::Second, Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year}) {
        const std::string name(text_of(unit));
        CHECK(unit_named(name) == unit);
        CHECK(unit_named(name + "s") == unit);
    }
    for (const auto* wrong : {"", "s", "dayss", "Day", "fortnight", "min"}) {
        INFO(wrong);
        CHECK_FALSE(unit_named(wrong));
    }
}
