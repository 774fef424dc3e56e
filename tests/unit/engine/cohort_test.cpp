// SPDX-License-Identifier: Apache-2.0
// People counted into cohorts: parts add up to the whole whatever their order, a rank is what
// counting by hand gives, and nothing is left that tells of few people.
#include <catch2/catch.hpp>

#include <random>

#include "engine/cohort/cohort_counter.hpp"
#include "engine/cohort/rank.hpp"

using namespace colonnade;
using engine::Cohort;
using engine::People;

namespace {

// Scores of one pillar, all assessed.
engine::ScoreColumns scores_of(const std::vector<double>& totals) {
    engine::ScoreColumns scores;
    scores.rows = totals.size();
    scores.pillars.resize(1);
    for (const double total : totals) {
        scores.assessed.push_back(1);
        scores.total.push_back(total);
        scores.share_assessed.push_back(1);
        scores.pillars[0].assessed.push_back(1);
        scores.pillars[0].points.push_back(total);
    }
    return scores;
}

// With a fact that groups are made by.
engine::Batch batch_of(const std::vector<std::string>& groups) {
    engine::Batch batch;
    batch.rows = groups.size();
    auto& fact = batch.facts.emplace_back();
    fact.kind = dsl::Kind::Text;
    for (std::size_t row = 0; row < groups.size(); ++row) {
        batch.as_of.push_back(static_cast<std::int64_t>(row) * engine::MicrosPerSecond);
        batch.ids.push_back("p" + std::to_string(row));
        if (groups[row] == "?") {
            fact.push_unknown();
        } else {
            fact.push_text(groups[row]);
        }
    }
    return batch;
}

Cohort count(const std::vector<std::string>& groups, const engine::ScoreColumns& scores,
             const std::set<std::string, std::less<>>* ids = nullptr) {
    engine::CohortCounter counter({}, {0, ids});
    counter.add(batch_of(groups), scores);
    return counter.cohort();
}

// As many people with 50 points.
Cohort groups_of(const std::vector<std::pair<std::string, int>>& sizes) {
    std::vector<std::string> groups;
    for (const auto& [name, size] : sizes)
        groups.insert(groups.end(), static_cast<std::size_t>(size), name);
    return count(groups, scores_of(std::vector<double>(groups.size(), 50)));
}

std::vector<std::string> names(const Cohort& cohort) {
    std::vector<std::string> names;
    for (const auto& [name, people] : cohort.groups)
        names.push_back(name);
    return names;
}

}  // namespace

TEST_CASE("a rank counts those with as many points or more, in whole points") {
    People people;
    const auto scores = scores_of({10, 50.2, 50.9, 70, 100});
    for (std::size_t row = 0; row < scores.rows; ++row)
        people.add(scores, row);
    CHECK(engine::rank_among(people, 100).top == Approx(0.2));
    CHECK(engine::rank_among(people, 70.99).top == Approx(0.4));
    CHECK(engine::rank_among(people, 71).top == Approx(0.2));
    // Shown as 50, with both others of that point.
    CHECK(engine::rank_among(people, 50.5).top == Approx(0.8));
    CHECK(engine::rank_among(people, 0).top == Approx(1));
    CHECK(engine::rank_among(people, 50).members == 5);
    CHECK(engine::rank_among(people, 50).average == Approx(56.22));
}

TEST_CASE("nobody is better than the best one of them") {
    People people;
    people.add(scores_of({10}), 0);
    CHECK(engine::rank_among(people, 90).top == 1);
}

TEST_CASE("groups are made by what a fact says, without white space around it") {
    const auto cohort = count({"a", " a\t", "b", "?", "  "}, scores_of({1, 2, 3, 4, 5}));
    CHECK(names(cohort) == std::vector<std::string>{"a", "b"});
    CHECK(cohort.groups.at("a").count() == 2);
    CHECK(cohort.everyone.count() == 5);
    CHECK(cohort.first_as_of == 0);
    CHECK(cohort.last_as_of == 4);
}

TEST_CASE("only those whose ids are named belong to a cohort") {
    const std::set<std::string, std::less<>> ids{"p0", "p2", "nobody"};
    CHECK(count({"a", "a", "b"}, scores_of({1, 2, 3}), &ids).everyone.total.units == 40'000);
}

TEST_CASE("who could not be judged is counted apart") {
    auto scores = scores_of({10, 20, 30, 40});
    scores.assessed[0] = 0;
    scores.share_assessed[1] = 0.4999;
    scores.share_assessed[2] = 0.5;
    scores.pillars[0].assessed[3] = 0;
    const auto cohort = count({"a", "a", "a", "a"}, scores);
    CHECK(cohort.left_out.not_assessed == 1);
    CHECK(cohort.left_out.provisional == 1);
    CHECK(cohort.everyone.count() == 2);
    CHECK(cohort.everyone.pillars[0].average() == 30.0);
    CHECK(engine::Points{}.average() == std::nullopt);
}

TEST_CASE("parts add up to the whole, whatever their order") {
    std::mt19937 random(7);
    const std::vector<std::string> known{"a", "b", "c", "?"};
    for (int turn = 0; turn < 50; ++turn) {
        std::vector<std::string> groups;
        std::vector<double> totals;
        Cohort forward;
        std::vector<Cohort> parts;
        for (int part = 0; part < 4; ++part) {
            std::vector<std::string> some;
            std::vector<double> few;
            for (auto size = random() % 20; size > 0; --size) {
                some.push_back(known[random() % known.size()]);
                few.push_back(static_cast<double>(random() % 1'000'001) / 10'000);
            }
            parts.push_back(count(some, scores_of(few)));
            // Moments are those of a part, so they are left out of the comparison.
            parts.back().first_as_of = parts.back().last_as_of = {};
            groups.insert(groups.end(), some.begin(), some.end());
            totals.insert(totals.end(), few.begin(), few.end());
            forward.add(parts.back());
        }
        Cohort backward;
        for (auto part = parts.rbegin(); part != parts.rend(); ++part)
            backward.add(*part);
        auto whole = count(groups, scores_of(totals));
        whole.first_as_of = whole.last_as_of = {};
        CHECK(forward == whole);
        CHECK(backward == whole);
    }
}

TEST_CASE("moments of parts span both") {
    auto cohort = count({"a", "a"}, scores_of({1, 2}));
    Cohort other;
    other.first_as_of = -5;
    other.last_as_of = 0;
    cohort.add(other);
    CHECK(cohort.first_as_of == -5);
    CHECK(cohort.last_as_of == 1);
}

TEST_CASE("groups below the floor are not told") {
    auto cohort = groups_of({{"a", 30}, {"b", 19}, {"c", 20}, {"d", 18}});
    const auto withheld = engine::withhold_small_groups(cohort, 20);
    CHECK(names(cohort) == std::vector<std::string>{"a", "c"});
    CHECK(withheld.groups == 2);
    CHECK(withheld.members == 37);
}

TEST_CASE("one small group is not told by what all others leave of everyone") {
    // Without `c`, everyone less `a` and `b` would be the five of `d`.
    auto cohort = groups_of({{"a", 30}, {"b", 40}, {"c", 25}, {"d", 5}});
    engine::withhold_small_groups(cohort, 20);
    CHECK(names(cohort) == std::vector<std::string>{"a", "b"});
    // Neither are those who are in no group.
    cohort = groups_of({{"a", 30}, {"b", 40}, {"?", 3}});
    engine::withhold_small_groups(cohort, 20);
    CHECK(names(cohort) == std::vector<std::string>{"b"});
    cohort = groups_of({{"a", 30}, {"?", 20}});
    engine::withhold_small_groups(cohort, 20);
    CHECK(names(cohort) == std::vector<std::string>{"a"});
}

TEST_CASE("whatever the groups, nothing tells of fewer people than the floor") {
    std::mt19937 random(11);
    for (int turn = 0; turn < 300; ++turn) {
        std::vector<std::pair<std::string, int>> sizes{{"?", static_cast<int>(random() % 12)}};
        for (int group = 0; group < 6; ++group)
            sizes.emplace_back(std::string(1, static_cast<char>('a' + group)),
                               static_cast<int>(random() % 25));
        auto cohort = groups_of(sizes);
        const auto before = cohort.everyone.count();
        if (before < 10) continue;
        const auto withheld = engine::withhold_small_groups(cohort, 10);
        auto rest = before;
        for (const auto& [name, people] : cohort.groups) {
            CHECK(people.count() >= 10);
            rest -= people.count();
        }
        CHECK((rest == 0 || rest >= 10));
        CHECK(rest >= withheld.members);
        CHECK(cohort.everyone.count() == before);
    }
}

TEST_CASE("too many groups are noticed, and everybody is counted nevertheless") {
    constexpr auto Most = engine::CohortCounter::MostGroups;
    std::vector<std::string> groups;
    for (std::size_t i = 0; i < Most; ++i)
        groups.push_back("g" + std::to_string(i));
    engine::CohortCounter counter({}, {0, nullptr});
    counter.add(batch_of(groups), scores_of(std::vector<double>(Most, 1)));
    CHECK_FALSE(counter.has_too_many_groups());
    counter.add(batch_of({"g0"}), scores_of({1}));
    CHECK_FALSE(counter.has_too_many_groups());
    counter.add(batch_of({"one more"}), scores_of({1}));
    CHECK(counter.has_too_many_groups());
    CHECK(counter.cohort().groups.size() == Most);
    CHECK(counter.cohort().everyone.count() == Most + 2);
}
