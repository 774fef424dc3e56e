// SPDX-License-Identifier: Apache-2.0
// The bounds on a table that a mapping file describes, just inside and just outside.
#include <catch2/catch.hpp>

#include "engine/map/apply.hpp"
#include "engine/map/map_report.hpp"
#include "tests/support/times.hpp"
#include "tests/support/tiny.hpp"

using namespace colonnade;
using colonnade::tests::times;

namespace {

constexpr std::string_view ByRow =
    "colonnade: 1\nmap: m\nschema: tiny\nfacts: {followers: {column: N}}\n"
    "lists: {skills: {split: ',', fields: {name: {column: S}}}}\n";
constexpr std::string_view ByElement =
    "colonnade: 1\nmap: m\nschema: tiny\nrows: one per element\n"
    "lists: {skills: {fields: {endorsements: {column: N}}}}\n";

engine::MappedTable mapped(std::string_view mapping, std::string table,
                           const engine::MapLimits& limits = {}) {
    dsl::Diagnostics findings;
    const auto catalogue = tests::tiny_catalogue();
    const auto document = tests::document_of(tests::source_of(std::string(mapping)), findings);
    const auto read = engine::read_mapping(document, catalogue, findings);
    auto done = engine::apply_mapping(read, document, catalogue, std::move(table), "t.csv",
                                      "2026-11-20T00:00:00Z", findings, limits);
    CHECK(findings.empty());
    CHECK(done.problem.empty());
    return done;
}

std::size_t count_of(std::string_view piece, std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find(piece); at != std::string_view::npos;
         at = text.find(piece, at + piece.size()))
        ++count;
    return count;
}

bool tells(const engine::MappedTable& table, std::string_view what) {
    return table.report.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("limit: rows of a mapped table", "[limits]") {
    CHECK(engine::MapLimits{}.rows == engine::MostMappedRows);
    CHECK(engine::MostMappedRows == 1'000'000);
    const engine::MapLimits three{.rows = 3};

    const auto inside = mapped(ByRow, "N;S\n1;\n2;\n;\n3;\n;\n", three);
    CHECK(inside.profiles.size() == 3);
    CHECK_FALSE(tells(inside, "is not read"));

    const auto outside = mapped(ByRow, "N;S\n1;\n2;\n;\n3;\n4;\n5;\n", three);
    CHECK(outside.profiles.size() == 3);
    CHECK(tells(outside, "line 6: more than 3 rows; the rest is not read"));
}

TEST_CASE("limit: a row that is refused counts as well", "[limits]") {
    const auto table = mapped(ByRow, "N;S\n1;2;3\n2;\n3;\n", {.rows = 2});
    CHECK(table.profiles.size() == 1);
    CHECK(tells(table, "line 4: more than 2 rows"));
}

TEST_CASE("limit: what is beyond is told however much else is", "[limits]") {
    const auto rows = 2 * engine::MostProblemsQuoted;
    const auto table = mapped(ByRow, "N;S\n" + times(rows, "a;b;c\n") + "1;\n", {.rows = rows});
    CHECK(table.profiles.empty());
    CHECK(tells(table, "rows; the rest is not read"));
    CHECK(count_of("3 cells", table.report) == engine::MostProblemsQuoted);
}

TEST_CASE("limit: rows of one profile", "[limits]") {
    const auto inside = mapped(ByElement, "N;M\n" + times(10'000, "1;\n"), {.rows = 10'000});
    REQUIRE(inside.profiles.size() == 1);
    CHECK(count_of("endorsements", inside.profiles[0].json) == 10'000);
    CHECK_FALSE(tells(inside, "is not read"));
    CHECK(
        tells(mapped(ByElement, "N;M\n" + times(10'001, "1;\n"), {.rows = 10'000}), "is not read"));
}

TEST_CASE("limit: parts of a cell", "[limits]") {
    CHECK(engine::MapLimits{}.parts == engine::MostParts);
    CHECK(engine::MostParts == 1'000);
    const auto with_parts = [](std::size_t count) {
        return mapped(ByRow, "N;S\n1;x" + times(count - 1, ", x") + "\n2;y\n");
    };
    const auto inside = with_parts(engine::MostParts);
    REQUIRE(inside.profiles.size() == 2);
    CHECK(count_of("\"name\"", inside.profiles[0].json) == engine::MostParts);
    CHECK_FALSE(tells(inside, "is not read"));

    const auto outside = with_parts(engine::MostParts + 1);
    REQUIRE(outside.profiles.size() == 2);
    CHECK(count_of("\"name\"", outside.profiles[0].json) == engine::MostParts);
    CHECK(tells(outside, "line 2: `skills` has more than 1000 parts; the rest is not read"));
    CHECK(count_of("\"name\"", outside.profiles[1].json) == 1);
}

TEST_CASE("limit: a cell of separators costs what it weighs", "[limits]") {
    const auto table = mapped(ByRow, "N;S\n" + times(20, "1;" + times(1'000'000, ",") + "\n"));
    CHECK(table.profiles.size() == 20);
    CHECK(tells(table, "line 2 and 19 more: `skills` has more than 1000 parts"));
}
