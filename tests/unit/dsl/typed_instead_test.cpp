// SPDX-License-Identifier: Apache-2.0
// What advisers type instead of the language: each row is found, says what to write, and once that
// is written the rulebook has no errors left.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "dsl/expr/habits.hpp"
#include "dsl/text/edit.hpp"
#include "tests/support/tiny.hpp"

namespace colonnade::dsl {
namespace {

using namespace colonnade::tests;

struct Row {
    std::string typed;
    std::string meant;
};

// Values of curves; the measure is what the value's unit belongs to.
const std::vector<Row> Numbers{
    {"2-3", "2..3"},
    {"2 - 3", "2..3"},
    {"2–3", "2..3"},
    {"2 — 3", "2..3"},
    {"2…3", "2..3"},
    {"2 ... 3", "2..3"},
    {"2 to 3", "2..3"},
    {"2 bis 3", "2..3"},
    {"between 2 and 3", "2..3"},
    {"zwischen 2 und 3", "2..3"},
    {"from 2 to 3", "2..3"},
    {"von 2 bis 3", "2..3"},
    {"at least 5", "5 or more"},
    {"At least 5", "5 or more"},
    {"5+", "5 or more"},
    {"5 +", "5 or more"},
    {"\">= 5\"", "5 or more"},
    {"≥ 5", "5 or more"},
    {"≥5", "5 or more"},
    {"mindestens 5", "5 or more"},
    {"wenigstens 5", "5 or more"},
    {"ab 5", "5 or more"},
    {"5 oder mehr", "5 or more"},
    {"5 and more", "5 or more"},
    {"5 or above", "5 or more"},
    {"5 OR MORE", "5 or more"},
    {"at most 5", "5 or less"},
    {"<= 5", "5 or less"},
    {"≤ 5", "5 or less"},
    {"höchstens 5", "5 or less"},
    {"maximal 5", "5 or less"},
    {"up to 5", "5 or less"},
    {"bis zu 5", "5 or less"},
    {"5 oder weniger", "5 or less"},
    {"5 or fewer", "5 or less"},
    {"5 or below", "5 or less"},
    {"2,5", "2.5"},
    {"0,125", "0.125"},
    {"1.000.000", "1000000"},
    {"1,000,000", "1000000"},
    {"10 000", "10000"},
    {"2,5-3,5", "2.5..3.5"},
    {"mindestens 2,5", "2.5 or more"},
};

const std::vector<Row> Rates{
    {"twice a week", "2 per week"},
    {"2x pro Woche", "2 per week"},
    {"2 x per week", "2 per week"},
    {"2 × per week", "2 per week"},
    {"2/week", "2 per week"},
    {"2 / Woche", "2 per week"},
    {"2 pro Woche", "2 per week"},
    {"2 per Woche", "2 per week"},
    {"2 mal pro Woche", "2 per week"},
    {"2 times each week", "2 per week"},
    {"zweimal je Woche", "2 per week"},
    {"dreimal im Monat", "3 per month"},
    {"2 or more per week", "2 per week or more"},
    {"2 oder mehr pro Woche", "2 per week or more"},
    {"2 or less per week", "2 per week or less"},
    {"three times a month", "3 per month"},
    {"einmal pro Monat", "1 per month"},
    {"once a month", "1 per month"},
    {"once an hour", "1 per hour"},
    {"2 every week", "2 per week"},
    {"every 2 weeks", "1 per 2 weeks"},
    {"alle 2 Wochen", "1 per 2 weeks"},
    {"1 per 2 Wochen", "1 per 2 weeks"},
    {"daily", "1 per day"},
    {"täglich", "1 per day"},
    {"weekly", "1 per week"},
    {"wöchentlich", "1 per week"},
    {"monthly", "1 per month"},
    {"monatlich", "1 per month"},
    {"yearly", "1 per year"},
    {"jährlich", "1 per year"},
    {"2-3 per week", "2..3 per week"},
    {"2 bis 3 pro Woche", "2..3 per week"},
    {"at least 2 per week", "2 per week or more"},
    {"mindestens zweimal pro Woche", "2 per week or more"},
    {"2+ per week", "2 per week or more"},
    {"höchstens 2,5 pro Woche", "2.5 per week or less"},
};

const std::vector<Row> Durations{
    {"3 Wochen", "3 weeks"},    {"1 Woche", "1 week"},
    {"3 Weeks", "3 weeks"},     {"14 Tage", "14 days"},
    {"24 Stunden", "24 hours"}, {"24h", "24 hours"},
    {"30 min", "30 minutes"},   {"2 Monaten", "2 months"},
    {"2 Jahre", "2 years"},     {"90 Sekunden", "90 seconds"},
    {"2 yrs", "2 years"},       {"höchstens 3 Wochen", "3 weeks or less"},
};

const std::vector<Row> Shares{
    {"60 percent", "60%"},
    {"60 Prozent", "60%"},
    {"mindestens 60 Prozent", "60% or more"},
    {"40 bis 60 Prozent", "40..60%"},
};

const std::vector<Row> Conditions{
    {"followers == 3", "followers = 3"},
    {"followers === 3", "followers = 3"},
    {"followers <> 3", "followers != 3"},
    {"followers ≠ 3", "followers != 3"},
    {"followers => 3", "followers >= 3"},
    {"followers =< 3", "followers <= 3"},
    {"followers ≥ 3", "followers >= 3"},
    {"followers ≤ 3", "followers <= 3"},
    {"followers at least 3", "followers >= 3"},
    {"followers mindestens 3", "followers >= 3"},
    {"followers at most 3", "followers <= 3"},
    {"followers höchstens 3", "followers <= 3"},
    {"followers is more than 3", "followers > 3"},
    {"followers more than 3", "followers > 3"},
    {"followers is less than 3", "followers < 3"},
    {"followers less than 3", "followers < 3"},
    {"followers is 3", "followers = 3"},
    {"followers is not 3", "followers != 3"},
    {"followers ist 3", "followers = 3"},
    {"followers equals 3", "followers = 3"},
    {"photo && followers > 3", "photo and followers > 3"},
    {"photo&&photo", "photo and photo"},
    {"photo & photo", "photo and photo"},
    {"photo AND photo", "photo and photo"},
    {"photo und photo", "photo and photo"},
    {"photo || photo", "photo or photo"},
    {"photo | photo", "photo or photo"},
    {"photo OR photo", "photo or photo"},
    {"photo oder photo", "photo or photo"},
    {"'!photo'", "not photo"},
    {"nicht photo", "not photo"},
    {"NOT photo", "not photo"},
    {"photo = yes", "photo = true"},
    {"photo = on", "photo = true"},
    {"photo = ja", "photo = true"},
    {"photo = no", "photo = false"},
    {"photo = off", "photo = false"},
    {"photo = nein", "photo = false"},
    {"photo = TRUE", "photo = true"},
    {"COUNT(posts) > 3", "count(posts) > 3"},
    {"Anzahl(posts) > 3", "count(posts) > 3"},
    {"anzahl(posts) > 3", "count(posts) > 3"},
    {"anzahl (posts in den letzten 12 Wochen) > 3", "count(posts in last 12 weeks) > 3"},
    {"SUMME(posts.words) > anzahl(posts)", "sum(posts.words) > count(posts)"},
    {"mittelwert(posts.words) > 3", "average(posts.words) > 3"},
    {"Durchschnitt(posts.words) > 3", "average(posts.words) > 3"},
    {"avg(posts.words) > 3", "average(posts.words) > 3"},
    {"mean(posts.words) > 3", "average(posts.words) > 3"},
    {"anteil(posts where words > 3) > 30%", "share(posts where words > 3) > 30%"},
    {"alter(born) > 3 years", "age(born) > 3 years"},
    {"len(headline) > 3", "length(headline) > 3"},
    {"headline = 'x'", "headline = \"x\""},
    {"headline = “x y”", "headline = \"x y\""},
    {"headline = “x”", "headline = \"x\""},
    {"headline = „x“", "headline = \"x\""},
    {"headline = «x»", "headline = \"x\""},
    {"headline = ‚x‘", "headline = \"x\""},
    {"headline = Software", "headline = \"Software\""},
    {"headline = software", "headline = \"software\""},
    {"headline != Software", "headline != \"Software\""},
    {"headline = no", "headline = \"no\""},
    {"headline contains ja", "headline contains \"ja\""},
    {"headline contains Software", "headline contains \"Software\""},
    {"count(posts in the last 12 weeks) > 3", "count(posts in last 12 weeks) > 3"},
    {"count(posts in the past 12 weeks) > 3", "count(posts in last 12 weeks) > 3"},
    {"count(posts within the last 12 weeks) > 3", "count(posts in last 12 weeks) > 3"},
    {"count(posts in den letzten 12 Wochen) > 3", "count(posts in last 12 weeks) > 3"},
    {"count(posts in last 12 Wochen) > 3", "count(posts in last 12 weeks) > 3"},
    {"count(posts in letzten 12 Wochen) > 3", "count(posts in last 12 weeks) > 3"},
    {"count(posts in the last year) > 3", "count(posts in last 1 year) > 3"},
    {"count(posts in last Jahr) > 3", "count(posts in last 1 year) > 3"},
    {"count(posts within 12 weeks) > 3", "count(posts in last 12 weeks) > 3"},
    {"count(posts last 12 weeks) > 3", "count(posts in last 12 weeks) > 3"},
    {"count(posts) in last 12 weeks > 3", "count(posts in last 12 weeks) > 3"},
    {"(count(posts) in last 12 weeks) > 3", "(count(posts in last 12 weeks)) > 3"},
    {"count(posts where words > 3) in last 12 weeks > 3",
     "count(posts in last 12 weeks where words > 3) > 3"},
    {"count(posts where words > 3 in last 12 weeks) > 3",
     "count(posts in last 12 weeks where words > 3) > 3"},
    {"rate(posts in last 12 weeks) > twice a week", "rate(posts in last 12 weeks) > 2 per week"},
    {"rate(posts in last 12 weeks) >= 2/week", "rate(posts in last 12 weeks) >= 2 per week"},
    {"rate(posts in last 12 weeks) > daily", "rate(posts in last 12 weeks) > 1 per day"},
    {"1 < followers < 3", "1 < followers and followers < 3"},
    {"1 <= count(posts) <= 3", "1 <= count(posts) and count(posts) <= 3"},
    {"not photo and 9 > followers >= 3", "not photo and 9 > followers and followers >= 3"},
    {"followers in 2-3", "followers in 2..3"},
    {"followers in 2 bis 3", "followers in 2..3"},
    {"followers between 2 and 3", "followers in 2..3"},
    {"followers zwischen 2 und 3", "followers in 2..3"},
    {"headline enthält \"x\"", "headline contains \"x\""},
    {"mood not in (calm, loud)", "not mood in (calm, loud)"},
    {"photo and mood not in (calm, loud)", "photo and not mood in (calm, loud)"},
    {"followers > 2,5", "followers > 2.5"},
    {"followers > 1.000.000", "followers > 1000000"},
    {"born > 31.01.2026", "born > 2026-01-31"},
};

std::string value_book(const std::string& measure, const std::string& full,
                       const std::string& none) {
    return book_with("measure: " + measure + "\nfull: " + full + "\nnone: " + none + "\n");
}

// All fixes applied, again and again, as `check --fix` does it.
std::string repaired(std::string text) {
    for (int round = 0; round < 5; ++round) {
        std::vector<Edit> edits;
        for (const auto& finding : read_book(text).findings)
            edits.insert(edits.end(), finding.fix.begin(), finding.fix.end());
        if (edits.empty()) break;
        text = apply_edits(text, std::move(edits));
    }
    return text;
}

void check_row(const Row& row, const std::string& book) {
    INFO(row.typed);
    const auto findings = read_book(book).findings;
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.front().help == "write `" + row.meant + "`");
    const auto after = repaired(book);
    CHECK(after.find(row.meant) != std::string::npos);
    for (const auto& left : read_book(after).findings) {
        INFO(left.message);
        CHECK(severity_of(left.code) != Severity::Error);
    }
}

// `far` is a value on the other side of all that is meant.
void check_values(const std::vector<Row>& rows, const std::string& measure,
                  const std::string& far) {
    for (const auto& row : rows) {
        const bool less = row.meant.ends_with("or less");
        const bool range = row.meant.find("..") != std::string::npos;
        check_row(row, value_book(measure, row.typed,
                                  range  ? "[0, " + far + "]"
                                  : less ? far
                                         : "0"));
    }
}

}  // namespace

TEST_CASE("what advisers type as values of a curve says what to write", "[dsl][typed]") {
    check_values(Numbers, "followers", "5000000");
    check_values(Durations, "age(born)", "9 years");
    check_values(Shares, "ratio", "100%");
}

TEST_CASE("a function that nobody knows is not written in other letters", "[dsl][typed]") {
    const auto book = book_with("pass: Zahl(posts) > 3\n");
    const auto findings = read_book(book).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().fix.empty());
    CHECK(findings.front().help == "words of the language are in lower case");
    CHECK(repaired(book) == book);
}

TEST_CASE("rates as advisers type them say what to write", "[dsl][typed]") {
    check_values(Rates, "rate(posts in last 12 weeks)", "999 per day");
}

TEST_CASE("what may mean two things is not rewritten", "[dsl][typed]") {
    for (const auto* typed :
         {"not 1 < followers < 3", "photo and not 1 < followers < 3", "'!1 < followers < 3'",
          "photo = followers > 3", "photo = photo = photo", "1 < followers > 3"}) {
        INFO(typed);
        const auto reading = read_rule_with("pass: " + std::string(typed));
        CHECK_FALSE(reading.findings.empty());
        for (const auto& finding : reading.findings)
            CHECK(finding.fix.empty());
    }
}

TEST_CASE("conditions as advisers type them say what to write", "[dsl][typed]") {
    for (const auto& row : Conditions)
        check_row(row, book_with("pass: " + row.typed + "\n"));
}

}  // namespace colonnade::dsl
