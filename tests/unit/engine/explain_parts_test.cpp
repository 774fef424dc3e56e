// SPDX-License-Identifier: Apache-2.0
// The pieces of an expression with their values: what is in, out and undecided, what is unknown and
// why, and what the author did not write is not shown.
#include <catch2/catch.hpp>

#include "engine/explain/explain_parts.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using engine::ExplainedPart;

namespace {

constexpr auto Profile = R"({"profile": 1, "id": "x", "as_of": "2026-11-20", "n": 3, "flag": true,
  "headline": "Grüße", "born": "1990-05-01", "events": [
    {"at": "2026-11-19", "kind": "link", "words": 10, "done": true},
    {"at": "2026-11-01", "kind": "note", "words": 20},
    {"kind": "link", "words": 30, "done": true},
    {"at": "2026-10-01", "kind": "media", "done": false},
    {"at": "2020-01-01", "kind": "link", "words": 99, "done": true}]})";

ExplainedPart explained(const std::string& expression) {
    const auto book = tests::measuring(expression);
    REQUIRE_FALSE(book->has_errors);
    const auto batch = tests::batch_of(*book, {Profile});
    tests::ColumnFunctions functions;
    const engine::ScoredBatch scored(book->loaded, batch, functions);
    auto result = scored.explain(0, "en");
    CHECK_FALSE(result.pillars[0].rules[0].measure_part);
    engine::add_parts(scored, 0, result);
    return *result.pillars[0].rules[0].measure_part;
}

// `piece = value` or `piece: in/out/undecided`, and what is inside in brackets.
std::string told(const ExplainedPart& part) {
    auto text = part.piece;
    if (part.elements) {
        text += ": " + std::to_string(part.elements->in) + "/" +
                std::to_string(part.elements->out) + "/" + std::to_string(part.elements->undecided);
    } else {
        text += " = " + (part.value ? part.shown : "?");
    }
    for (const auto& fact : part.missing)
        text += " -" + fact.fact;
    if (part.parts.empty()) return text;
    text += " [";
    for (const auto& inner : part.parts)
        text += (&inner == part.parts.data() ? "" : ", ") + told(inner);
    return text + "]";
}

}  // namespace

TEST_CASE("a list tells what is in, out and undecided, and so does its condition") {
    CHECK(told(explained("count(events where done)")) ==
          "count(events where done) = 3 [events where done: 3/1/1 [done: 3/1/1]]");
}

TEST_CASE("only elements in the window count; where the time is unknown nothing is decided") {
    CHECK(told(explained("count(events in last 12 weeks where kind = link)")) ==
          "count(events in last 12 weeks where kind = link) = 1 "
          "[events in last 12 weeks where kind = link: 1/2/1 [kind = link: 2/2/0 [kind: 4/0/0]]]");
}

TEST_CASE("what is unknown names the facts that it needs") {
    CHECK(told(explained("n + m")) == "n + m = ? -m [n = 3, m = ? -m]");
    CHECK(told(explained("count(items where good)")) ==
          "count(items where good) = ? -items [items where good = ? -items [good = ?]]");
    // Nothing is missing: an empty list has no mean.
    CHECK(told(explained("average(events.words where kind = media)")) ==
          "average(events.words where kind = media) = ? [events.words where kind = media: 1/4/0 "
          "[kind = media: 1/4/0 [kind: 5/0/0]], events.words: 4/0/1]");
}

TEST_CASE("what the author did not write is not shown") {
    CHECK(told(explained("age(born) > 30 years")) ==
          "age(born) > 30 years = yes [age(born) = 36.6 years [born = 1 May 1990]]");
    CHECK(told(explained("n in (1, 2, 3)")) == "n in (1, 2, 3) = yes [n = 3]");
    CHECK(told(explained("n in 4..5")) == "n in 4..5 = no [n = 3]");
    CHECK(told(explained("born in last 2 years")) ==
          "born in last 2 years = no [born = 1 May 1990]");
    CHECK(told(explained("has headline")) == "has headline = yes [headline = 5 characters]");
    CHECK(told(explained("ramp(n, 1, 5)")) == "ramp(n, 1, 5) = 50% [n = 3]");
    CHECK(told(explained("latest(events)")) == "latest(events) = 19 Nov 2026 [events: 5/0/0]");
}

TEST_CASE("a fact of the profile inside a condition has one value") {
    CHECK(told(explained("count(events where flag and words > n)")) ==
          "count(events where flag and words > n) = 4 [events where flag and words > n: 4/0/1 "
          "[flag and words > n: 4/0/1 [flag = yes, words > n: 4/0/1 [words: 4/0/1, n = 3]]]]");
}

TEST_CASE("lists and texts that go to a function are shown") {
    CHECK(told(explained("active_days(12 weeks, events where done)")) ==
          "active_days(12 weeks, events where done) = 1 [events where done: 3/1/1 [done: 3/1/1]]");
    CHECK(told(explained("matches_of(headline, pets)")) ==
          "matches_of(headline, pets) = 0 [headline = 5 characters]");
}
