// SPDX-License-Identifier: Apache-2.0
// The functions of the plugin `brand`, a table each.
#include "tests/unit/plugins/test_host.hpp"

namespace colonnade::tests {
namespace {

constexpr bool Goes = true;
constexpr bool Over = false;

// A position: started, ended, current.
Records only(Record position) {
    return {std::move(position)};
}

}  // namespace

TEST_CASE("cv_gap counts the months that are certain to be empty", "[plugins][brand]") {
    const Time as_of = at("2026-11-20T23:59:59");
    check_cases(
        "brand", "cv_gap", as_of,
        {
            {"unknown list", {unknown}, unknown},
            {"no position", {Records{}}, unknown},
            {"goes on", {only({at("2020-03-01"), unknown, Goes})}, 0},
            {"goes on, not said so", {only({at("2020-03-01"), unknown, unknown})}, 0},
            {"goes on, end in the future", {only({at("2020-03-01"), at("2027-06-30"), Goes})}, 0},
            {"end in the future", {only({at("2020-03-01"), at("2027-06-30"), unknown})}, 0},
            {"over, end unknown", {only({at("2020-03-01"), unknown, Over})}, 0},
            {"July to October are empty, November is not over",
             {only({at("2020-03-01"), at("2026-06-30"), Over})},
             4 * OneMonth},
            {"one day of July is enough",
             {only({at("2020-03-01"), at("2026-07-01"), Over})},
             3 * OneMonth},
            {"a start after the date is not there",
             {only({at("2027-01-01"), unknown, Goes})},
             unknown},
            {"start unknown", {only({unknown, at("2020-01-31"), Over})}, unknown},
            {"next to each other",
             {Records{{at("2020-01-01"), at("2021-06-30"), Over},
                      {at("2021-07-01"), unknown, Goes}}},
             0},
            {"a year and the next one, as most people write it",
             {Records{{at("2013-01-01"), at("2014-12-31"), Over},
                      {at("2014-01-01"), unknown, Goes}}},
             0},
            {"a gap of two whole months",
             {Records{{at("2020-01-15"), at("2021-06-15"), Over},
                      {at("2021-09-20"), unknown, Goes}}},
             2 * OneMonth},
            {"the same in the other order",
             {Records{{at("2021-09-20"), unknown, Goes},
                      {at("2020-01-15"), at("2021-06-15"), Over}}},
             2 * OneMonth},
            {"one position spans the gap between two others",
             {Records{{at("2020-01-01"), at("2020-02-29"), Over},
                      {at("2020-02-01"), at("2024-01-31"), Over},
                      {at("2024-02-01"), unknown, Goes}}},
             0},
            {"two gaps",
             {Records{{at("2020-01-01"), at("2020-01-31"), Over},
                      {at("2020-03-01"), at("2020-03-31"), Over},
                      {at("2020-06-01"), unknown, Goes}}},
             3 * OneMonth},
            {"an unknown start may fill all before its end",
             {Records{{at("2020-01-01"), at("2020-01-31"), Over},
                      {unknown, at("2020-05-31"), Over},
                      {at("2020-08-01"), unknown, Goes}}},
             2 * OneMonth},
            {"an unknown end may fill all after its start",
             {Records{{at("2020-01-01"), at("2020-01-31"), Over},
                      {at("2020-04-01"), unknown, Over},
                      {at("2026-11-01"), unknown, Goes}}},
             2 * OneMonth},
            {"an end before the start fills what lies between",
             {Records{{at("2020-06-01"), at("2020-03-01"), Over},
                      {at("2020-07-01"), unknown, Goes}}},
             0},
            {"current wins over an end in the past",
             {only({at("2020-06-01"), at("2021-03-01"), Goes})},
             0},
            {"started in the month of the date",
             {only({at("2026-11-01"), at("2026-11-02"), Over})},
             0},
        });
}

TEST_CASE("cv_gap takes a month as over in its last second", "[plugins][brand]") {
    const LoadedPlugin brand("brand");
    const Row row = {only({at("2026-01-01"), at("2026-09-30"), Over})};
    const auto gaps = call(
        brand, "cv_gap", {row, row, row, row},
        {at("2026-10-31T23:59:58"), at("2026-10-31T23:59:59"), at("2026-12-01"), at("2025-01-01")});
    CHECK(gaps == std::vector<Value>{0, OneMonth, 2 * OneMonth, unknown});
}

TEST_CASE("missing_sections counts the empty ones of seven", "[plugins][brand]") {
    const Records one(1);
    const Records none = {};
    check_cases("brand", "missing_sections", at("2026-11-20"),
                {
                    {"all there", {"a", "b", "c", "d", one, one, one}, 0},
                    {"all empty", {"", "", "", "", none, none, none}, 7},
                    {"blanks are empty", {" \t", "b", "c\n", "d", one, one, one}, 1},
                    {"lists", {"a", "b", "c", "d", none, one, none}, 2},
                    {"one unknown text", {"a", unknown, "c", "d", one, one, one}, unknown},
                    {"one unknown list", {"a", "", "", "", one, one, unknown}, unknown},
                });
}

TEST_CASE("last_change is the newest date that is not in the future", "[plugins][brand]") {
    const Records old = {{at("2019-01-01"), at("2020-05-31")}, {at("2018-01-01"), unknown}};
    const Records empty = {};
    check_cases(
        "brand", "last_change", at("2026-11-20T23:59:59"),
        {
            {"one list", {old}, at("2020-05-31")},
            {"no element", {empty}, unknown},
            {"no date", {Records{{unknown, unknown}}}, unknown},
            {"unknown list", {unknown}, unknown},
            {"only in the future", {Records{{at("2026-11-21"), unknown}}}, unknown},
            {"the day itself", {Records{{at("2026-11-20"), at("2028-01-01")}}}, at("2026-11-20")},
        });
    check_cases("brand", "last_change", at("2026-11-20"),
                {
                    {"the newer of three",
                     {old, empty, Records{{at("2024-02-01"), unknown}}},
                     at("2024-02-01")},
                    {"an unknown list may hold anything", {old, unknown, empty}, unknown},
                });
}

}  // namespace colonnade::tests
