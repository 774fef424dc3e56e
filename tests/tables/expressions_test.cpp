// SPDX-License-Identifier: Apache-2.0
// Chapters of expressions: each row is computed by the engine, alone and among other profiles, and
// by the reference evaluator, as written and as printed and read again; all must give what the row
// says.
#include <catch2/catch.hpp>

#include "engine/bounds/bound_evaluator.hpp"
#include "tests/tables/chapter.hpp"

using namespace colonnade;
using namespace colonnade::tests;
using Maybe = std::optional<PlainValue>;

namespace {

// Profiles that are as different as can be: nothing known, and something of everything.
const std::string Nothing = R"({"profile": 1, "as_of": "2020-02-02"})";
const std::string Much =
    R"({"profile": 1, "as_of": "2026-01-31", "flag": true, "n": 7, "m": -3, "part": 0.5,
        "length": "3 days", "pace": "2 per week", "born": "1990-05-06", "headline": "Über alles",
        "mood": "odd", "level": "chief", "joined": "2019-01-01",
        "events": [{"at": "2026-01-30", "kind": "media", "words": 5, "text": "x"}, {}, {"words": 3}],
        "items": [{"name": "a", "size": 3, "on": "2020-01-01", "good": true}, {"name": "b"}]})";

Maybe engine_value(const Book& book, const std::vector<std::string>& documents, std::size_t row) {
    const auto batch = batch_of(book, documents);
    ColumnFunctions functions;
    engine::Evaluator evaluator(book.loaded.program, book.loaded.rulebook, batch, functions);
    evaluator.run();
    const int measure = book.loaded.program.rules.front().measure;
    engine::BoundEvaluator bounds(book.loaded.program, evaluator);
    bounds.run(row);
    const auto value = value_of(book, evaluator, measure, row);
    const auto& interval = bounds.of(measure);
    if (!value) {
        CHECK(interval.none);
    } else if (const auto* number = std::get_if<double>(&*value)) {
        CHECK(interval.low <= *number);
        CHECK(interval.high >= *number);
    }
    return value;
}

void check_diagnostic(const ChapterRow& row, const Book& book) {
    bool found = false;
    for (const auto& finding : book.findings)
        found = found || row.result == "!" + std::string(dsl::text_of(finding.code));
    CHECK(found);
}

void check_values(const ChapterRow& row, const std::string& expression) {
    const auto book = measuring(expression);
    if (row.result.starts_with("!")) return check_diagnostic(row, *book);
    for (const auto& finding : book->findings) {
        INFO(finding.message);
        CHECK(dsl::severity_of(finding.code) != dsl::Severity::Error);
    }
    if (book->has_errors) return;
    const auto& rulebook = book->loaded.rulebook;
    const int node = rulebook.defines.front().node;
    const auto expected = row.result == "unknown"
                              ? std::nullopt
                              : Maybe(value_named(row, row.result, rulebook.nodes.at(node).type));
    const auto profile = from_json(row.profile, everything());
    const ReferenceEvaluator reference(rulebook.nodes, everything(), rulebook.lists,
                                       plain_functions(), profile);
    CHECK(shown(reference.value(node)) == shown(expected));
    CHECK(shown(engine_value(*book, {row.profile}, 0)) == shown(expected));
    CHECK(shown(engine_value(*book, {Nothing, row.profile, Much}, 1)) == shown(expected));
    CHECK(shown(engine_value(*book, {Much, row.profile, Much}, 1)) == shown(expected));
}

}  // namespace

TEST_CASE("expressions are worth what the tables say", "[tables]") {
    for (const auto& chapter : chapters(Expressions)) {
        for (const auto& row : chapter.rows) {
            for (const auto& expression : twice_written(row.text)) {
                INFO(row.place << ": " << expression << " => " << row.result);
                INFO(row.profile);
                check_values(row, expression);
            }
        }
    }
}
