// SPDX-License-Identifier: Apache-2.0
// The functions of the plugin `people`; the rows look hardest at the edges of the window.
#include "tests/unit/plugins/test_host.hpp"

namespace colonnade::tests {
namespace {

Records times(const std::vector<const char*>& texts) {
    Records list;
    for (const char* text : texts) {
        list.push_back({at(text)});
    }
    return list;
}

}  // namespace

TEST_CASE("active_days counts different days in the window", "[plugins][people]") {
    const Records none = {};
    check_cases(
        "people", "active_days", at("2026-11-20T23:59:59"),
        {
            {"nothing", {OneWeek, none}, 0},
            {"unknown list", {OneWeek, unknown}, unknown},
            {"unknown window", {unknown, none}, unknown},
            {"twice on one day",
             {OneWeek, times({"2026-11-20T08:00:00", "2026-11-20T09:00:00"})},
             1},
            {"not in order",
             {OneWeek, times({"2026-11-20", "2026-11-18", "2026-11-20T01:00:00", "2026-11-18"})},
             2},
            {"as_of itself is in", {OneWeek, times({"2026-11-20T23:59:59"})}, 1},
            {"later does not exist", {OneWeek, times({"2026-11-21"})}, 0},
            {"the first instant is out", {OneWeek, times({"2026-11-13T23:59:59"})}, 0},
            {"one second later is in", {OneWeek, times({"2026-11-14T00:00:00"})}, 1},
            {"unknown times are left out", {OneWeek, Records{{unknown}, {at("2026-11-19")}}}, 1},
            {"a window of nothing", {0, times({"2026-11-20T23:59:59"})}, 0},
            {"a negative window", {-OneWeek, times({"2026-11-20"})}, 0},
            {"a window without end", {1e300, times({"1900-01-01", "2026-11-20"})}, 2},
        });
    check_cases("people", "active_days", at("2026-11-20T23:59:59"),
                {
                    {"days of all lists together",
                     {OneWeek, times({"2026-11-20", "2026-11-19"}), times({"2026-11-19"}),
                      times({"2026-11-15"})},
                     3},
                    {"one of them unknown", {OneWeek, none, unknown, none}, unknown},
                });
}

TEST_CASE("active_weeks is a share of whole weeks", "[plugins][people]") {
    check_cases("people", "active_weeks", at("2026-11-20T23:59:59"),
                {
                    {"nothing", {4 * OneWeek, Records{}}, 0},
                    {"unknown list", {4 * OneWeek, unknown}, unknown},
                    {"one of four", {4 * OneWeek, times({"2026-11-20", "2026-11-16"})}, 0.25},
                    {"every week", {2 * OneWeek, times({"2026-11-20", "2026-11-10"})}, 1},
                    {"a week ends exactly where the next begins",
                     {2 * OneWeek, times({"2026-11-13T23:59:59", "2026-11-14"})},
                     1},
                    {"the rest of the window is no week",
                     {2 * OneWeek + OneDay, times({"2026-11-06T12:00:00"})},
                     0},
                    {"the first instant is out", {OneWeek, times({"2026-11-13T23:59:59"})}, 0},
                    {"shorter than a week", {6 * OneDay, times({"2026-11-20"})}, unknown},
                    {"no week at all", {0, times({"2026-11-20"})}, unknown},
                    {"later does not exist", {OneWeek, times({"2026-11-21"})}, 0},
                    {"unknown times are left out", {OneWeek, Records{{unknown}}}, 0},
                });
}

TEST_CASE("each row has its own date", "[plugins][people]") {
    const LoadedPlugin people("people");
    const Row row = {OneWeek, times({"2026-01-01", "2026-01-05", "2026-01-08T12:00:00"})};
    const auto days =
        call(people, "active_days", {row, row, row, row},
             {at("2025-12-31"), at("2026-01-01"), at("2026-01-08"), at("2026-01-09")});
    CHECK(days == std::vector<Value>{0, 1, 1, 2});
}

}  // namespace colonnade::tests
