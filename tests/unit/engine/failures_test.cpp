// SPDX-License-Identifier: Apache-2.0
// Calls that fail for some profiles: the rules of those are in error, whatever others have.
#include <catch2/catch.hpp>

#include "engine/explain/scored_batch.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using engine::CallFailure;
using engine::Status;

namespace {

// Fails for each value of 50 and more that is handed over, and says which.
class Fussy final : public tests::ColumnFunctions {
public:
    std::vector<CallFailure> call(int function, std::span<const engine::CallInput> inputs,
                                  std::span<const std::int64_t> as_of, engine::Slot& out) override {
        auto failures = ColumnFunctions::call(function, inputs, as_of, out);
        for (std::size_t row = 0; row < as_of.size(); ++row) {
            const auto& column = *inputs.front().column;
            if (!column.known.test(row) || column.number_at(row) < 50) continue;
            failures.push_back({static_cast<std::int64_t>(row),
                                std::to_string(static_cast<int>(column.number_at(row)))});
        }
        return failures;
    }
};

std::string profile(const std::string& facts) {
    return R"({"profile": 1, "id": "x", "as_of": "2026-11-20", )" + facts + "}";
}

// Why the value of the expression is not there, for each profile: empty where it is.
std::vector<std::string> reasons(const std::string& expression,
                                 const std::vector<std::string>& facts) {
    const auto book = tests::measuring(expression);
    REQUIRE_FALSE(book->has_errors);
    std::vector<std::string> documents;
    for (const auto& text : facts)
        documents.push_back(profile(text));
    const auto batch = tests::batch_of(*book, documents);
    Fussy functions;
    const engine::ScoredBatch scored(book->loaded, batch, functions);
    std::vector<std::string> reasons;
    for (std::size_t row = 0; row < batch.rows; ++row) {
        const auto& rule = scored.score(row).rules.front();
        const auto result = scored.explain(row, "en");
        const auto& why = result.pillars.front().rules.front().failure;
        CHECK((rule.status == Status::Error) == !why.empty());
        CHECK(result.has_failures() == !why.empty());
        reasons.push_back(why);
    }
    return reasons;
}

using Reasons = std::vector<std::string>;

constexpr auto TwoRules = R"(colonnade: 1
rulebook: two
schema: everything
languages: [en]
title: {en: T}
pillars:
  p:
    title: {en: P}
    weight: 100
    rules:
      called:
        title: {en: Called}
        points: 3
        measure: twice(n)
        full: 40
        none: 0
      plain:
        title: {en: Plain}
        points: 1
        pass: flag
)";

}  // namespace

TEST_CASE("only the profiles that a call failed for are in error", "[engine][failures]") {
    CHECK(reasons("twice(n)", {R"("n": 1)", R"("n": 70)", R"("n": 2)", R"("n": 50)"}) ==
          Reasons{"", "70", "", "50"});
}

TEST_CASE("an element that a call failed for is its profile's", "[engine][failures]") {
    const std::vector<std::string> profiles{
        R"("events": [{"words": 1}, {"words": 2}])", R"("events": [])",
        R"("events": [{"words": 3}, {"words": 60}, {"words": 80}])", R"("events": [{"words": 4}])"};
    CHECK(reasons("count(events where twice(words) > 3)", profiles) == Reasons{"", "", "60", ""});
}

TEST_CASE("failures of several parts come together", "[engine][failures]") {
    const std::vector<std::string> profiles{R"("n": 60, "m": 1)", R"("n": 1, "m": 80)",
                                            R"("n": 1, "m": 1)", R"("n": 90, "m": 99)"};
    CHECK(reasons("twice(n) + twice(m)", profiles) == Reasons{"60", "80", "", "90"});
    CHECK(reasons("twice(n) + twice(m) + broken(n)", profiles) ==
          Reasons(4, "broken as it always is"));
}

TEST_CASE("a failure is not hidden by another value", "[engine][failures]") {
    CHECK(reasons("first known of (twice(n), 5)", {R"("n": 60)", R"("n": 1)"}) ==
          Reasons{"60", ""});
}

TEST_CASE("what did not fail keeps its points, and the bounds hold what did",
          "[engine][failures]") {
    const auto book = tests::read_everything(TwoRules);
    REQUIRE_FALSE(book->has_errors);
    const auto batch = tests::batch_of(
        *book, {profile(R"("n": 10, "flag": true)"), profile(R"("n": 70, "flag": true)")});
    Fussy functions;
    const engine::ScoredBatch scored(book->loaded, batch, functions);
    CHECK(scored.score(0).total == 62.5);
    CHECK(scored.score(0).low == 62.5);
    CHECK(scored.score(0).high == 62.5);
    const auto& failed = scored.score(1);
    CHECK(failed.rules[0].status == Status::Error);
    CHECK(failed.rules[0].worth == 75);
    CHECK(failed.rules[1].status == Status::Assessed);
    CHECK(failed.total == 100.0);
    CHECK(failed.low == 25);
    CHECK(failed.high == 100);
}

TEST_CASE("a value that is taken as given has not failed", "[engine][failures]") {
    const auto book = tests::measuring("twice(n)");
    const auto batch = tests::batch_of(*book, {profile(R"("n": 70)")});
    Fussy functions;
    const engine::ScoredBatch scored(book->loaded, batch, functions);
    const int measure = book->loaded.program.rules.front().measure;
    REQUIRE(scored.evaluator().failure(measure, 0) != nullptr);
    CHECK(scored.evaluator().with({measure, 3}).failure(measure, 0) == nullptr);
}
