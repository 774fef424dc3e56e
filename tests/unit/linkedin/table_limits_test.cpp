// SPDX-License-Identifier: Apache-2.0
// The bounds of a table, on both sides of each.
#include <catch2/catch.hpp>

#include "plugins/linkedin/limits.hpp"
#include "tests/unit/linkedin/support.hpp"

using namespace colonnade::linkedin;
using namespace colonnade::linkedin::test;

namespace {

const std::string VotesHeader = "Date,Link,OptionText\n";
const std::string VoteRow = "2026-11-01 10:00:00,x,y\n";

std::string repeated(const std::string& text, std::int64_t times) {
    std::string result;
    for (; times > 0; --times)
        result += text;
    return result;
}

}  // namespace

TEST_CASE("a header is looked for in the first rows", "[linkedin][limits]") {
    const auto with_notes = [](int rows) {
        return import({{"Votes.csv", repeated("note\n", rows) + VotesHeader + VoteRow}});
    };
    CHECK(with_notes(MostRowsBeforeHeader - 1).document["votes"].size() == 1);
    CHECK(file(with_notes(MostRowsBeforeHeader), "Votes.csv")["status"] == "refused");
}

TEST_CASE("a table under a foreign name shows its header early", "[linkedin][limits]") {
    const auto with_note = [](std::size_t bytes) {
        return import({{"x.csv", std::string(bytes - 1, 'n') + "\n" + VotesHeader + VoteRow},
                       {"Skills.csv", "Name\nBaking\n"}});
    };
    // Without the line end.
    const auto most = HeaderBytes - VotesHeader.size() + 1;
    CHECK(with_note(most).document.contains("votes"));
    CHECK_FALSE(with_note(most + 1).document.contains("votes"));
}

TEST_CASE("the first problems are told, all are counted", "[linkedin][limits]") {
    const auto with_broken = [](std::size_t rows) {
        return file(import({{"Votes.csv", VotesHeader + repeated(VoteRow, 20) +
                                              repeated("never,x,y\n", static_cast<int>(rows))}}),
                    "Votes.csv");
    };
    CHECK(with_broken(MostProblemsQuoted)["problems"].size() == MostProblemsQuoted);
    const auto more = with_broken(MostProblemsQuoted + 1);
    CHECK(more["problems"].size() == MostProblemsQuoted);
    CHECK(more["refused"] == MostProblemsQuoted + 1);
}

TEST_CASE("a table has a greatest number of rows", "[linkedin][limits]") {
    const auto with_rows = [](std::int64_t rows) {
        return import({{"Skills.csv", "Name\n" + repeated("a\n", rows)}});
    };
    const auto inside = with_rows(MostRows);
    CHECK(inside.document["skills"].size() == static_cast<std::size_t>(MostRows));
    CHECK_FALSE(file(inside, "Skills.csv").contains("problems"));
    const auto outside = file(with_rows(MostRows + 1), "Skills.csv");
    CHECK(outside["rows"] == MostRows);
    CHECK(outside["problems"][0]["message"] == "more than 1000000 rows; the rest is not read");
    CHECK(outside["cut_at"] == outside["problems"][0]["line"]);
}
