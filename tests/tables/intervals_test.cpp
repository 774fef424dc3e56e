// SPDX-License-Identifier: Apache-2.0
// Chapters of bounds: what a value can turn out to be whatever the unknown facts are. The interval
// of the expression, as written and as printed and read again, must be the row's, and hold the
// value that the reference evaluator gives today.
#include <catch2/catch.hpp>

#include "engine/bounds/bound_evaluator.hpp"
#include "tests/tables/chapter.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

double end_named(const ChapterRow& row, const std::string& text, const dsl::Type& type) {
    if (text == "inf") return Infinity;
    if (text == "-inf") return -Infinity;
    return std::get<double>(value_named(row, text, type));
}

// `5`, `0 to 100`, `0 to inf or unknown`, `unknown`.
engine::Interval interval_named(const ChapterRow& row, const dsl::Type& type) {
    auto text = row.result;
    if (text == "unknown") return engine::Interval::without_value();
    const std::string unknown = " or unknown";
    const bool none = text.ends_with(unknown);
    if (none) text.resize(text.size() - unknown.size());
    const auto to = text.find(" to ");
    const auto low = text.substr(0, to);
    const auto high = to == text.npos ? text : text.substr(to + 4);
    return {end_named(row, low, type), end_named(row, high, type), none};
}

std::string shown(const engine::Interval& interval) {
    if (!interval.has_value()) return "unknown";
    return tests::shown(interval.low) + " to " + tests::shown(interval.high) +
           (interval.none ? " or unknown" : "");
}

void check_interval(const ChapterRow& row, const std::string& expression) {
    const auto book = measuring(expression);
    REQUIRE_FALSE(book->has_errors);
    const auto& rulebook = book->loaded.rulebook;
    const auto& program = book->loaded.program;
    const auto batch = batch_of(*book, {row.profile});
    ColumnFunctions functions;
    engine::Evaluator evaluator(program, rulebook, batch, functions);
    evaluator.run();
    engine::BoundEvaluator bounds(program, evaluator);
    bounds.run(0);
    const auto& interval = bounds.of(program.rules.front().measure);
    const int node = rulebook.defines.front().node;
    CHECK(shown(interval) == shown(interval_named(row, rulebook.nodes.at(node).type)));
    const auto profile = from_json(row.profile, everything());
    const ReferenceEvaluator reference(rulebook.nodes, everything(), rulebook.lists,
                                       plain_functions(), profile);
    const auto today = reference.value(node);
    if (!today) CHECK(interval.none);
    if (today) CHECK(std::get<double>(*today) >= interval.low);
    if (today) CHECK(std::get<double>(*today) <= interval.high);
}

}  // namespace

TEST_CASE("values lie where the tables say", "[tables]") {
    for (const auto& chapter : chapters(Intervals)) {
        for (const auto& row : chapter.rows) {
            for (const auto& expression : twice_written(row.text)) {
                INFO(row.place << ": " << expression << " => " << row.result);
                INFO(row.profile);
                check_interval(row, expression);
            }
        }
    }
}
