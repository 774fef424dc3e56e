// SPDX-License-Identifier: Apache-2.0
// Chapters of curves: a rule with the curve is read, compiled and scored for a profile whose fact
// has the value of the row; the share of the rule, its bounds and the reference must be the row's.
#include <catch2/catch.hpp>

#include "engine/explain/scored_batch.hpp"
#include "tests/support/reference_curve.hpp"
#include "tests/tables/chapter.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

// Nothing in this suite is exacter: the reference computes in another order.
constexpr double Tolerance = 1e-12;

std::unique_ptr<Book> book_with(const std::string& fact, const std::string& keys) {
    return read_everything(
        "colonnade: 1\nrulebook: small\nschema: everything\nlanguages: [en]\ntitle: {en: T}\n"
        "pillars:\n  p: {title: {en: P}, weight: 100, rules: {r: {title: {en: R}, points: 1, "
        "measure: " +
        fact + ", " + keys.substr(1) + "}}\n");
}

void check_finding(const ChapterRow& row, const Book& book) {
    bool found = false;
    for (const auto& finding : book.findings)
        found = found || row.result == "!" + std::string(dsl::text_of(finding.code));
    CHECK(found);
}

void check_share(const ChapterRow& row, const Book& book, const std::string& fact,
                 const std::string& keys) {
    const auto& declared =
        everything().facts.at(static_cast<std::size_t>(everything().fact_index(fact)));
    auto profile = from_json(row.profile, everything());
    profile.facts[fact] = value_named(row, row.text, declared.type);
    const auto batch = batch_of(book, {to_json(profile, everything())});
    ColumnFunctions functions;
    const engine::ScoredBatch scored(book.loaded, batch, functions);
    const double expected = std::get<double>(value_named(row, row.result, {dsl::Kind::Share}));
    const auto close = Approx(expected).margin(Tolerance).epsilon(0);
    CHECK(scored.score(0).rules.front().share == close);
    CHECK(scored.score(0).low == Approx(100 * expected).margin(100 * Tolerance).epsilon(0));
    CHECK(scored.score(0).high == Approx(100 * expected).margin(100 * Tolerance).epsilon(0));
    CHECK(reference_share(keys, std::get<double>(profile.facts[fact])) == close);
}

}  // namespace

// A row is `VALUE => SHARE` under a `curve FACT {KEYS}`, or `FACT {KEYS} => !code`.
TEST_CASE("curves give the shares of the tables", "[tables]") {
    for (const auto& chapter : chapters(Curves)) {
        for (const auto& row : chapter.rows) {
            INFO(row.place << ": " << row.curve << ": " << row.text << " => " << row.result);
            const auto& curve = row.result.starts_with("!") ? row.text : row.curve;
            const auto blank = curve.find(' ');
            const auto fact = curve.substr(0, blank);
            const auto keys = curve.substr(blank + 1);
            const auto book = book_with(fact, keys);
            if (row.result.starts_with("!")) {
                check_finding(row, *book);
            } else {
                REQUIRE_FALSE(book->has_errors);
                check_share(row, *book, fact, keys);
            }
        }
    }
}
