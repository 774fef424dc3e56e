// SPDX-License-Identifier: Apache-2.0
// Weeks as calendars number them, the result of each, and the change between two.
#include "cli/history/trend.hpp"

#include <catch2/catch.hpp>

#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

std::int64_t at(const char* date) {
    return dsl::parse_moment(date).value();
}

engine::Result result(const char* date, std::optional<double> score, const char* sha256 = "a") {
    engine::Result made;
    made.rulebook = "tiny";
    made.sha256 = sha256;
    made.as_of = at(date);
    made.score = score;
    made.low = made.high = score.value_or(0);
    return made;
}

}  // namespace

TEST_CASE("a week belongs to the year of its Thursday") {
    const std::vector<std::pair<const char*, const char*>> weeks{
        {"2026-11-20", "2026-W47"}, {"2026-12-31", "2026-W53"}, {"2027-01-03", "2026-W53"},
        {"2027-01-04", "2027-W01"}, {"2024-12-30", "2025-W01"}, {"2023-01-01", "2022-W52"},
        {"1970-01-01", "1970-W01"}, {"1969-12-28", "1969-W52"}, {"1969-12-29", "1970-W01"},
        {"1900-01-01", "1900-W01"}, {"2100-12-31", "2100-W52"}};
    for (const auto& [date, week] : weeks) {
        INFO(date);
        CHECK(week_text(at(date)) == week);
    }
}

TEST_CASE("a week goes from Monday 0:00 to Sunday 23:59:59") {
    CHECK(week_of(at("2026-11-15T23:59:59Z")) + 1 == week_of(at("2026-11-16T00:00:00Z")));
    CHECK(week_of(at("2026-11-16T00:00:00Z")) == week_of(at("2026-11-22T23:59:59Z")));
    CHECK(week_of(at("1969-12-28T23:59:59Z")) + 1 == week_of(at("1969-12-29T00:00:00Z")));
}

TEST_CASE("a change is that of what is shown") {
    const auto trends = trends_of({result("2026-11-02", 69.949), result("2026-11-10", 70.051)}, 1);
    REQUIRE(trends.size() == 1);
    REQUIRE(trends[0].change(1));
    CHECK(trends[0].change(1)->points == 0.2);
    CHECK_FALSE(trends[0].change(0));
}

TEST_CASE("weeks without a score are passed over") {
    const auto trends = trends_of({result("2026-11-02", 50.0), result("2026-11-10", std::nullopt),
                                   result("2026-11-23", 60.0, "b")},
                                  1);
    const auto& trend = trends.front();
    REQUIRE(trend.weeks.size() == 4);
    CHECK_FALSE(trend.weeks[2]);
    CHECK_FALSE(trend.change(1));
    CHECK_FALSE(trend.change(2));
    REQUIRE(trend.change(3));
    CHECK(trend.change(3)->points == 10);
    CHECK(trend.change(3)->weeks == 3);
    CHECK_FALSE(trend.change(3)->same_rules);
    CHECK(trend.series("") ==
          std::vector<std::optional<double>>{50.0, std::nullopt, std::nullopt, 60.0});
    CHECK(trend.series("none").size() == 4);
}

}  // namespace colonnade::cli
