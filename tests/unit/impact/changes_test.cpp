// SPDX-License-Identifier: Apache-2.0
// Changes counted in parts add up to those of all people, in any order; and what rules change adds
// up to what scores change, for each single person.
#include "cli/impact/changes.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "cli/impact/count_changes.hpp"
#include "tests/support/made_scores.hpp"

using namespace colonnade;
using cli::Changes;

namespace {

constexpr std::size_t Top = 7;

// The same people by two rulebooks that share some rules.
struct People {
    tests::MadeScores before;
    tests::MadeScores after;
    std::vector<cli::RulePair> rules = cli::pair_rules(before.rulebook, after.rulebook);

    [[nodiscard]] Changes none() const { return {rules.size(), Top}; }
    void count(Changes& into) const {
        cli::ChangeCounter(before.rulebook, after.rulebook, rules, into)
            .add(before.batch, before.scores, after.scores);
    }
};

People people(std::size_t count, std::uint64_t seed) {
    return {tests::make_scores({count, 4, 10, 60}, seed),
            tests::make_scores({count, 3, 12, 80}, seed + 1'000)};
}

std::int64_t of_rules(const Changes& changes) {
    return std::accumulate(
        changes.rules.begin(), changes.rules.end(), changes.caps,
        [](std::int64_t sum, const cli::RuleChange& rule) { return sum + rule.sum; });
}

void check_same(const Changes& found, const Changes& expected) {
    CHECK(found.compared == expected.compared);
    CHECK(found.gained == expected.gained);
    CHECK(found.lost == expected.lost);
    CHECK(found.without == expected.without);
    CHECK(found.became_provisional == expected.became_provisional);
    CHECK(found.no_longer_provisional == expected.no_longer_provisional);
    CHECK(found.before == expected.before);
    CHECK(found.after == expected.after);
    CHECK(found.caps == expected.caps);
    CHECK(found.ratings == expected.ratings);
    for (int move = -cli::Moves::Most; move <= cli::Moves::Most; ++move)
        CHECK(found.moves.people(move, move) == expected.moves.people(move, move));
    for (std::size_t r = 0; r < expected.rules.size(); ++r) {
        CHECK(found.rules[r].sum == expected.rules[r].sum);
        CHECK(found.rules[r].people == expected.rules[r].people);
    }
    const auto movers = found.movers.in_order();
    const auto wanted = expected.movers.in_order();
    REQUIRE(movers.size() == wanted.size());
    for (std::size_t i = 0; i < movers.size(); ++i) {
        CHECK(movers[i].id == wanted[i].id);
        CHECK(movers[i].before == wanted[i].before);
        CHECK(movers[i].after == wanted[i].after);
    }
}

}  // namespace

TEST_CASE("changes: rules and caps add up to the move of each person") {
    for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
        const auto one = people(1, seed);
        auto changes = one.none();
        one.count(changes);
        INFO("seed " << seed);
        CHECK(of_rules(changes) == changes.after - changes.before);
        CHECK(changes.people() == 1);
    }
}

TEST_CASE("changes: parts add up to the whole in any order") {
    std::vector<Changes> parts;
    auto whole = people(1, 1).none();
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const auto part = people(150, seed);
        part.count(whole);
        parts.push_back(part.none());
        part.count(parts.back());
    }
    CHECK(whole.people() == 900);
    CHECK(whole.compared > 800);
    CHECK(whole.gained > 0);
    CHECK(whole.lost > 0);
    CHECK(whole.became_provisional > 0);
    CHECK(of_rules(whole) == whole.after - whole.before);
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    do {
        auto sum = people(1, 1).none();
        for (const auto i : order)
            sum.add(parts[i]);
        check_same(sum, whole);
        std::rotate(order.begin(), order.begin() + 1, order.end());
    } while (order.front() != 0);
    std::reverse(parts.begin(), parts.end());
    auto sum = people(1, 1).none();
    for (const auto& part : parts)
        sum.add(part);
    check_same(sum, whole);
}

TEST_CASE("changes: the same rules for everybody change nothing") {
    People same{tests::make_scores({200}, 5), tests::make_scores({200}, 5)};
    auto changes = same.none();
    same.count(changes);
    CHECK(changes.moves.people(0, 0) == changes.compared);
    CHECK(changes.moves.largest_up() == 0);
    CHECK(changes.moves.largest_down() == 0);
    CHECK(changes.gained + changes.lost == 0);
    CHECK(of_rules(changes) == 0);
    for (const auto& rule : changes.rules)
        CHECK(rule.people == 0);
    CHECK(changes.movers.in_order().empty());
}

TEST_CASE("moves: the largest ones and those between, up to all points") {
    cli::Moves moves;
    for (const int move : {0, 3, -17, 1000, -1000, 3})
        moves.add(move);
    CHECK(moves.people(1, 9) == 2);
    CHECK(moves.people(-20, -10) == 1);
    CHECK(moves.people(-1000, 1000) == 6);
    CHECK(moves.largest_up() == 1000);
    CHECK(moves.largest_down() == -1000);
}

TEST_CASE("rules of two rulebooks are paired by pillar and name") {
    const auto before = tests::make_scores({1, 2, 2}, 1).rulebook;
    const auto after = tests::make_scores({1, 1, 3}, 1).rulebook;
    const auto pairs = cli::pair_rules(before, after);
    REQUIRE(pairs.size() == 5);
    CHECK(pairs[0].name == "pillar-0.rule-of-some-name-0");
    CHECK((pairs[0].before == 0U && pairs[0].after == 0U));
    CHECK((!pairs[2].before && pairs[2].after == 2U));
    CHECK(pairs[4].name == "pillar-1.rule-of-some-name-1");
    CHECK((pairs[4].before == 3U && !pairs[4].after));
}
