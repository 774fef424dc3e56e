// SPDX-License-Identifier: Apache-2.0
// Every date form of linkedin's files, and forms that only look like one.
#include <catch2/catch.hpp>

#include "plugins/linkedin/as_of.hpp"
#include "plugins/linkedin/moment.hpp"

using namespace colonnade::linkedin;

namespace {

std::string shown(std::string_view text) {
    const auto at = read_time(text);
    return at ? iso_time(*at) : "none";
}

std::string shown_period(std::string_view text) {
    const auto period = read_period(text);
    return period ? iso_date(period->first) + " " + iso_date(period->last) : "none";
}

}  // namespace

TEST_CASE("the forms of times", "[linkedin][time]") {
    CHECK(shown("2026-11-20 08:15:09") == "2026-11-20T08:15:09Z");
    CHECK(shown("2026-11-20 08:15:09 UTC") == "2026-11-20T08:15:09Z");
    CHECK(shown("2026/11/20 08:15:09 UTC") == "2026-11-20T08:15:09Z");
    CHECK(shown("2026-11-20 08:15 UTC") == "2026-11-20T08:15:00Z");
    CHECK(shown("11/2/26, 8:15 AM") == "2026-11-02T08:15:00Z");
    CHECK(shown("1/2/26, 12:05 AM") == "2026-01-02T00:05:00Z");
    CHECK(shown("11/02/26, 12:15 PM") == "2026-11-02T12:15:00Z");
    CHECK(shown("11/02/26, 08:15 PM") == "2026-11-02T20:15:00Z");
    CHECK(shown("Fri Nov 20 08:15:09 UTC 2026") == "2026-11-20T08:15:09Z");
    CHECK(shown("Mon Nov  2 08:15:09 UTC 2026") == "2026-11-02T08:15:09Z");
    CHECK(shown("20 Nov 2026") == "2026-11-20T00:00:00Z");
    CHECK(shown("Nov 2, 2026") == "2026-11-02T00:00:00Z");
}

TEST_CASE("German months are understood too", "[linkedin][time]") {
    CHECK(shown(" 02 Mär 2026 ") == "2026-03-02T00:00:00Z");
    CHECK(shown("2. Okt. 2026") == "2026-10-02T00:00:00Z");
    CHECK(shown_period("März 2014") == "2014-03-01 2014-03-31");
    CHECK(shown_period("Dez. 2014") == "2014-12-01 2014-12-31");
    CHECK(shown_period("Juni 2014") == "2014-06-01 2014-06-30");
    CHECK(shown_period("Märchen 2014") == "none");
    CHECK(shown_period("Marble 2014") == "none");
}

TEST_CASE("Excel writes dates in its own forms", "[linkedin][time]") {
    const auto excel = [](std::string_view text) {
        const auto at = read_excel_time(text);
        return at ? iso_time(*at) : "none";
    };
    CHECK(excel("4-Apr-21") == "2021-04-04T00:00:00Z");
    CHECK(excel("04. Apr 21") == "2021-04-04T00:00:00Z");
    CHECK(excel("04 Apr 21") == "2021-04-04T00:00:00Z");
    CHECK(excel("20.04.2021") == "2021-04-20T00:00:00Z");
    CHECK(excel("20.04.2021 10:05") == "2021-04-20T10:05:00Z");
    CHECK(excel("4/20/2021 10:05") == "2021-04-20T10:05:00Z");
    CHECK(excel("4/20/21 1:05:30 PM") == "2021-04-20T13:05:30Z");
    CHECK(excel("4/20/21 12:05 AM") == "2021-04-20T00:05:00Z");
    CHECK(excel("9-May-78") == "1978-05-09T00:00:00Z");
    for (const auto* text : {"20/4/2021 10:05", "4/20/2021 13:05 PM", "4/20/2021 0:05 AM",
                             "31.04.2021", "4-Apr-21x", "4-Apr-1", "4-Foo-21", ""}) {
        INFO(text);
        CHECK(excel(text) == "none");
    }
}

TEST_CASE("Excel's months are periods", "[linkedin][time]") {
    const auto excel = [](std::string_view text) {
        const auto period = read_excel_period(text);
        return period ? iso_date(period->first) + " " + iso_date(period->last) : "none";
    };
    CHECK(excel("Mar-20") == "2020-03-01 2020-03-31");
    CHECK(excel("Mrz 98") == "1998-03-01 1998-03-31");
    CHECK(excel("4-Apr-21") == "2021-04-04 2021-04-04");
    CHECK(excel("4/20/1965 10:05") == "1965-04-20 1965-04-20");
    CHECK(excel("Mar-202") == "none");
    CHECK(excel("soon") == "none");
}

TEST_CASE("no other text is a time", "[linkedin][time]") {
    const auto* text = GENERATE(
        "", "2026", "2026-02-29 08:15:09", "2026-11-20 24:15:09", "2026-11-20 08:15:09 CET",
        "2026-11-20", "13/2/26, 8:15 AM", "11/2/26, 13:15 PM", "11/2/26, 0:15 AM", "4-Apr-21",
        "20.11.2026", "20 Foo 2026", "20 Nov 2026 x", "31 Apr 2026", "2026-1-2 08:15:09",
        "0000-01-01 00:00:00", "2101-01-01 00:00:00", "Fri Nov 20 08:15:09 CET 2026",
        "2026/11-20 08:15:09", "not a time at all", "12345678");
    INFO(text);
    CHECK(shown(text) == "none");
}

TEST_CASE("a partial date is a period", "[linkedin][time]") {
    CHECK(shown_period("2013") == "2013-01-01 2013-12-31");
    CHECK(shown_period("Feb 2012") == "2012-02-01 2012-02-29");
    CHECK(shown_period("Dec 2014") == "2014-12-01 2014-12-31");
    CHECK(shown_period("Nov 2, 2026") == "2026-11-02 2026-11-02");
    CHECK(shown_period("") == "none");
    CHECK(shown_period("Foo 2014") == "none");
    CHECK(shown_period("201") == "none");
}

TEST_CASE("times are shown in one form, also before 1970", "[linkedin][time]") {
    CHECK(iso_time(-1) == "1969-12-31T23:59:59Z");
    CHECK(iso_date(0) == "1970-01-01");
}

TEST_CASE("a date given by the caller is the end of its day", "[linkedin][time]") {
    const auto day = read_as_of("2026-11-20");
    REQUIRE(day);
    CHECK(iso_time(*day) == "2026-11-20T23:59:59Z");
    CHECK(read_as_of("2026-11-20T08:00:00Z") == seconds_of({2026, 11, 20, 8, 0, 0}));
    CHECK_FALSE(read_as_of("2026-11-20T08:00"));
    CHECK_FALSE(read_as_of("20.11.2026"));
}

TEST_CASE("the day in an archive's name", "[linkedin][time]") {
    const auto end = end_of_day(11, 20, 2026);
    CHECK(day_in_name("Complete_LinkedInDataExport_11-20-2026.zip") == end);
    CHECK(day_in_name("Basic_LinkedInDataExport_11-20-2026.zip.zip") == end);
    CHECK(day_in_name("Basic_LinkedInDataExport_11-20-2026 (1)") == end);
    CHECK(day_in_name("Complete_LinkedInDataExport_11-20-2026_copy") == end);
    CHECK_FALSE(day_in_name("Complete_LinkedInDataExport_20-11-2026.zip"));
    CHECK_FALSE(day_in_name("export_2026-11-20.zip"));
    CHECK_FALSE(day_in_name("_"));
    CHECK_FALSE(day_in_name(""));
}
