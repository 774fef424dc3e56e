// SPDX-License-Identifier: Apache-2.0
// Where no two rules share an unknown fact the bounds are exact: some way to complete the profile
// reaches the low one, some other the high one.
#include <rapidcheck/catch.h>

#include <algorithm>
#include <cmath>

#include "engine/explain/scored_batch.hpp"
#include "tests/properties/dice.hpp"
#include "tests/properties/random_profile.hpp"
#include "tests/properties/random_rulebook.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

using dsl::Kind;

// Where a share can be least or greatest: at the ends of what the fact can be and where the curve
// turns.
std::vector<double> turning_points(const dsl::Fact& fact, const dsl::Curve& curve) {
    const double far = fact.type.is(Kind::Rate) ? 1e9 : 1e20;
    std::vector<double> values;
    if (fact.type.is_moment()) {
        values = {-2'000'000'000, 4'000'000'000};
    } else {
        values = {std::max(fact.bounds.min, -far), std::min(fact.bounds.max, far)};
    }
    for (const auto& point : curve.points) {
        for (const double value : {point.at, fact.type.is_moment() ? point.at : point.at / 2})
            if (value > values[0] && value < values[1]) values.push_back(value);
    }
    for (auto& value : values) {
        if (fact.type.is(Kind::Date)) value = std::floor(value / 86'400) * 86'400;
    }
    return values;
}

// Every profile that leaves each unknown fact unknown or puts it where something turns.
std::vector<PlainProfile> completions(const Book& book, const PlainProfile& profile) {
    std::vector<PlainProfile> all{profile};
    for (const auto& pillar : book.loaded.rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            const auto& node = book.loaded.rulebook.nodes.at(rule.measure);
            const auto& fact = everything().facts[static_cast<std::size_t>(node.fact)];
            if (profile.facts.contains(fact.name)) continue;
            const auto before = all;
            for (const double value : turning_points(fact, rule.curve)) {
                for (auto with : before) {
                    with.facts[fact.name] = value;
                    all.push_back(std::move(with));
                }
            }
        }
    }
    return all;
}

}  // namespace

TEST_CASE("bounds are exact where rules share no unknown fact", "[properties]") {
    rc::prop("both are reached", [] {
        const auto text = separable_rulebook();
        const auto book = read_everything(text);
        if (book->has_errors) RC_FAIL(text + book->findings.front().message);
        const auto profile = random_profile(one_of(std::vector<int>{30, 60, 0}));
        std::vector<std::string> documents;
        for (const auto& whole : completions(*book, profile))
            documents.push_back(to_json(whole, everything()));
        const auto batch = batch_of(*book, documents);
        ColumnFunctions functions;
        const engine::ScoredBatch scored(book->loaded, batch, functions);
        const auto& score = scored.score(0);
        double least = 100;
        double most = 0;
        for (std::size_t row = 0; row < batch.rows; ++row) {
            const auto total = scored.score(row).total;
            least = std::min(least, total.value_or(100));
            most = std::max(most, total.value_or(0));
        }
        if (std::abs(least - score.low) <= 1e-9 && std::abs(most - score.high) <= 1e-9) return;
        RC_FAIL(text + documents.front() + "\nbounds " + std::to_string(score.low) + " to " +
                std::to_string(score.high) + ", reached " + std::to_string(least) + " to " +
                std::to_string(most));
    });
}
