// SPDX-License-Identifier: Apache-2.0
// Scores as columns are the scores one by one, to the bit: whatever the rulebook, whatever is
// unknown or fails, and however a population is cut into batches and blocks.
#include <rapidcheck/catch.h>

#include <algorithm>
#include <bit>

#include "engine/explain/scored_batch.hpp"
#include "engine/score/score_columns.hpp"
#include "tests/properties/dice.hpp"
#include "tests/properties/failing_at.hpp"
#include "tests/properties/random_profile.hpp"
#include "tests/properties/random_rulebook.hpp"
#include "tests/support/full_points.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

std::string bits(double value) {
    return std::to_string(value) + " " + std::to_string(std::bit_cast<std::uint64_t>(value));
}

// A profile's score in words, for comparing and for failures.
std::string told(const engine::Score& score) {
    std::string text = score.total ? bits(*score.total) : "no total";
    text += ", " + bits(score.low) + " to " + bits(score.high) + ", " + bits(score.assessed);
    for (const auto& pillar : score.pillars) {
        text += "\npillar " + (pillar.points ? bits(*pillar.points) : "without points") + " of " +
                bits(pillar.of) + ", " + bits(pillar.withheld);
    }
    for (const auto& rule : score.rules)
        text += "\nrule " + std::to_string(static_cast<int>(rule.status)) + " " +
                bits(rule.points) + " of " + bits(rule.of);
    return text;
}

// The row of the columns as a score of its own.
engine::Score row_of(const dsl::Rulebook& rulebook, const engine::ScoreColumns& columns,
                     std::size_t row) {
    engine::Score score;
    if (columns.assessed[row] != 0) score.total = columns.total[row];
    score.low = columns.low[row];
    score.high = columns.high[row];
    score.assessed = columns.share_assessed[row];
    for (const auto& column : columns.pillars) {
        auto& pillar = score.pillars.emplace_back();
        if (column.assessed[row] != 0) pillar.points = column.points[row];
        pillar.of = column.of[row];
        pillar.withheld = column.withheld[row];
    }
    const auto full = full_points(rulebook, columns, row);
    for (const auto& column : columns.rules) {
        auto& rule = score.rules.emplace_back();
        rule.status = column.status[row];
        rule.points = column.points[row];
        rule.of = full[score.rules.size() - 1];
    }
    return score;
}

std::vector<std::string> some_documents(int count) {
    std::vector<std::string> documents;
    const auto percents = one_of(std::vector<std::vector<int>>{{100}, {100, 100, 90}, {70, 30}});
    for (int i = 0; i < count; ++i) {
        auto profile = random_profile(one_of(percents));
        profile.as_of += below(3) * 86'400;
        documents.push_back(to_json(profile, everything()));
    }
    return documents;
}

// As many as make more than one block, from a few that differ.
std::vector<std::string> repeated(const std::vector<std::string>& documents, std::size_t count) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(documents[(i * i + i / 7) % documents.size()]);
    return all;
}

void check_batch(engine::BatchScorer& scorer, const Book& book, const std::string& text,
                 const std::vector<std::string>& documents, engine::FunctionHost& functions) {
    const auto batch = batch_of(book, documents);
    const engine::ScoredBatch expected(book.loaded, batch, functions);
    const auto& columns = scorer.score(batch);
    if (columns.rows != batch.rows || columns.total.size() != batch.rows) RC_FAIL("rows");
    std::size_t failed = 0;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const auto& rules = expected.score(row).rules;
        const auto is_error = [](const auto& rule) { return rule.status == engine::Status::Error; };
        if (std::any_of(rules.begin(), rules.end(), is_error)) ++failed;
        const auto one = told(expected.score(row));
        const auto other = told(row_of(book.loaded.rulebook, columns, row));
        if (one != other)
            RC_FAIL(text + documents[row] + "\nrow " + std::to_string(row) + "\nscores\n" + one +
                    "\nand in columns\n" + other);
    }
    if (columns.failed != failed) RC_FAIL(text + "\nrows in error");
}

}  // namespace

TEST_CASE("scores as columns are the scores one by one", "[properties]") {
    rc::prop("in batches of any size, one after the other", [] {
        const auto text = random_rulebook();
        const auto book = read_everything(text);
        if (book->has_errors) RC_FAIL(text + book->findings.front().message);
        const auto documents = some_documents(between(1, 12));
        const auto failing = AsOf + below(3) * 86'400;
        FailingAt functions(
            chance(30) ? static_cast<std::int64_t>(failing) * engine::MicrosPerSecond : -1);
        engine::BatchScorer scorer(book->loaded.rulebook, book->loaded.program, functions);
        check_batch(scorer, *book, text, documents, functions);
        check_batch(scorer, *book, text, {documents.front()}, functions);
        if (chance(15)) {
            const auto many = static_cast<std::size_t>(between(250, chance(20) ? 1200 : 600));
            check_batch(scorer, *book, text, repeated(documents, many), functions);
        }
    });
}

// What a function is given is there for the whole batch; what is searched is made block by block.
TEST_CASE("a text that a function is given is searched in every block") {
    const std::string text = R"(colonnade: 1
rulebook: made-up
schema: everything
languages: [en]
title: {en: T}
pillars:
  p:
    title: {en: P}
    weight: 1
    rules:
      searched: {title: {en: S}, points: 1, pass: 'headline contains "anna"'}
      given: {title: {en: G}, points: 1, pass: 'rank(headline) > short'}
      lowered: {title: {en: L}, points: 1, pass: 'lower(headline) = "anna"'}
      lowered-searched: {title: {en: L}, points: 1, pass: 'lower(headline) contains "na"'}
      lowered-given: {title: {en: L}, points: 1, pass: 'rank(lower(headline)) > short'}
)";
    const auto book = read_everything(text);
    if (book->has_errors) FAIL(book->findings.front().message);
    const std::vector<std::string> headlines{"", "Anna", "anna", "Johanna writes", "AN NA", "Bo"};
    std::vector<std::string> documents;
    for (std::size_t i = 0; i < 2500; ++i)
        documents.push_back(R"({"profile":1,"as_of":"2026-11-20","headline":")" +
                            headlines[(i + i / 256) % headlines.size()] + "\"}");
    ColumnFunctions functions;
    engine::BatchScorer scorer(book->loaded.rulebook, book->loaded.program, functions);
    const auto batch = batch_of(*book, documents);
    const engine::ScoredBatch expected(book->loaded, batch, functions);
    const auto& columns = scorer.score(batch);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        INFO(documents[row]);
        CHECK(told(row_of(book->loaded.rulebook, columns, row)) == told(expected.score(row)));
    }
}
