// SPDX-License-Identifier: Apache-2.0
// Dates by their form, and the form of a column.
#include "plugins/text/date_format.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace colonnade::text;

namespace {

std::string read(std::string_view text, std::string_view form) {
    const auto at = read_date(text, form);
    return at ? iso_moment(*at) : "none";
}

std::optional<std::string_view> form_of(const std::vector<std::string_view>& texts) {
    return date_form_of(texts);
}

}  // namespace

TEST_CASE("a date is read by its form and nothing else") {
    CHECK(read("3.4.2021", "DD.MM.YYYY") == "2021-04-03T00:00:00Z");
    CHECK(read("03.04.69", "DD.MM.YY") == "2069-04-03T00:00:00Z");
    CHECK(read("03.04.70", "DD.MM.YY") == "1970-04-03T00:00:00Z");
    CHECK(read("20261112T101112Z", "YYYYMMDDTHHmmssZ") == "2026-11-12T10:11:12Z");
    CHECK(read("2026-11-12T10:11:12+01:00", "YYYY-MM-DDTHH:mm:ssZ") == "2026-11-12T09:11:12Z");
    for (const auto* text : {"", "31.02.2021", "03.04.2021x", "3.4.21", "03.04.1899", "03.04.2101",
                             "00.04.2021", "03/04/2021", "003.04.2021"})
        CHECK(read(text, "DD.MM.YYYY") == "none");
    CHECK(read("2026-11-12 24:00", "YYYY-MM-DD HH:mm") == "none");
    CHECK(read("2026-11-12T10:11:12+15:00", "YYYY-MM-DDTHH:mm:ssZ") == "none");
}

TEST_CASE("a month's name is read in English and German, short or whole, whatever the case") {
    for (const auto* text :
         {"20 Nov 2026", "20 nov. 2026", "20 NOVEMBER 2026", "20 November. 2026"})
        CHECK(read(text, "DD MMM YYYY") == "2026-11-20T00:00:00Z");
    CHECK(read("Nov 20, 2026", "MMM DD, YYYY") == "2026-11-20T00:00:00Z");
    CHECK(read("20. Nov. 2026", "DD. MMM YYYY") == "2026-11-20T00:00:00Z");
    CHECK(read("2. MÄRZ 2026", "DD. MMM YYYY") == "2026-03-02T00:00:00Z");
    CHECK(read("20.Nov.2026", "DD.MMM.YYYY") == "2026-11-20T00:00:00Z");
    CHECK(read("2NOV2026", "DDMMMYYYY") == "2026-11-02T00:00:00Z");
    CHECK(read("20. Dez. 2026 08:15", "DD. MMM YYYY HH:mm") == "2026-12-20T08:15:00Z");
    for (const auto* text :
         {"20  2026", "20 11 2026", "20 Novem 2026", "20 Nov.. 2026", "31 Nov 2026",
          "20 Mä\xCC 2026", "20 Nov", "20 \xFF 2026", "20 Novembernovember 2026", "20 . 2026"})
        CHECK(read(text, "DD MMM YYYY") == "none");
}

TEST_CASE("a form of dates needs year, month and day, each once") {
    CHECK(problem_of_date_form("DD.MM.YYYY").empty());
    CHECK(problem_of_date_form("YYYY-MM-DDTHH:mm:ss.SSSZ").empty());
    CHECK(problem_of_date_form("DD. MMM YYYY").empty());
    CHECK_FALSE(problem_of_date_form("").empty());
    CHECK_FALSE(problem_of_date_form("DD MMM MM YYYY").empty());
    CHECK_FALSE(problem_of_date_form("DD. MMMM YYYY").empty());
    CHECK_FALSE(problem_of_date_form("MM.YYYY").empty());
    CHECK_FALSE(problem_of_date_form("DD.DD.MM.YYYY").empty());
    CHECK(problem_of_date_form("YYYYMMDD" + std::string(56, '.')).empty());
    CHECK_FALSE(problem_of_date_form("YYYYMMDD" + std::string(57, '.')).empty());
}

TEST_CASE("the form of a column is that of most cells, and none where two would differ") {
    CHECK(form_of({"03.04.2021", "", "25.12.2019"}) == "DD.MM.YYYY");
    CHECK(form_of({"03/04/2021", "25/12/2019"}) == "DD/MM/YYYY");
    CHECK(form_of({"03/04/2021", "12/25/2019"}) == "MM/DD/YYYY");
    CHECK_FALSE(form_of({"03/04/2021"}));
    CHECK(form_of({"04/04/2021"}));  // whichever it is, it is the same day
    CHECK(form_of({"20 Nov 2026", "3 May 2026"}) == "DD MMM YYYY");
    CHECK(form_of({"Nov 20, 2026", "3 May 2026", "May 3, 2026"}) == "MMM DD, YYYY");
    CHECK(form_of({"20. Nov. 2026", "1. Mai 2026", "20. November 2026"}) == "DD. MMM YYYY");
    CHECK(form_of({"4-Apr-21", "20-Dec-98"}) == "DD-MMM-YY");
    CHECK(form_of({"May 4 2026", "Nov 20 2026"}) == "MMM DD YYYY");
    CHECK_FALSE(form_of({"20 Nov 2026", "Nov 20, 2027"}));
    CHECK(form_of({"2021-04-03", "2021-04-04", "soon"}) == "YYYY-MM-DD");
    CHECK_FALSE(form_of({"2021-04-03", "soon", "later"}));
    CHECK_FALSE(form_of({"", ""}));
    CHECK_FALSE(form_of({}));
}
