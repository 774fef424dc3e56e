// SPDX-License-Identifier: Apache-2.0
// What the data could not tell, and what that is worth.
#include <algorithm>
#include <limits>

#include "dsl/check/typed.hpp"
#include "engine/explain/scored_batch.hpp"

namespace colonnade::engine {

bool is_fact_unknown(const ScoredBatch& scored, int fact, std::size_t row) {
    const auto index = static_cast<std::size_t>(fact);
    const auto& batch = scored.batch();
    if (!scored.loaded().catalogue.facts[index].type.is(dsl::Kind::List))
        return !batch.facts[index].known.test(row);
    const auto& list = batch.lists[index];
    // A list whose data begins late is known only in part.
    return !list.known.test(row) ||
           list.covered_from[row] > -std::numeric_limits<double>::infinity();
}

std::vector<int> unknown_facts_of(const ScoredBatch& scored, std::size_t rule, std::size_t row) {
    const auto& rulebook = scored.loaded().rulebook;
    std::size_t first = 0;
    for (const auto& pillar : rulebook.pillars) {
        if (rule >= first + pillar.rules.size()) {
            first += pillar.rules.size();
            continue;
        }
        const auto& declared = pillar.rules[rule - first];
        auto facts = dsl::facts_of(rulebook.nodes, declared.measure);
        if (declared.condition >= 0) {
            for (const int fact : dsl::facts_of(rulebook.nodes, declared.condition))
                facts.push_back(fact);
        }
        std::sort(facts.begin(), facts.end());
        facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
        std::erase_if(facts, [&](int fact) { return !is_fact_unknown(scored, fact, row); });
        return facts;
    }
    return {};
}

std::vector<UnknownResult> unknown_facts(const ScoredBatch& scored, std::size_t row,
                                         std::string_view language) {
    const auto& loaded = scored.loaded();
    std::vector<UnknownResult> unknown(loaded.catalogue.facts.size());
    std::size_t index = 0;
    for (const auto& pillar : loaded.rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            const auto& score = scored.score(row).rules[index];
            const bool open = score.status == Status::Unknown || score.by_default;
            const auto facts = open ? unknown_facts_of(scored, index, row) : std::vector<int>{};
            for (const int fact : facts) {
                auto& entry = unknown[static_cast<std::size_t>(fact)];
                entry.rules.push_back(pillar.id + "." + rule.id);
                entry.points += score.worth;
            }
            ++index;
        }
    }
    for (std::size_t f = 0; f < unknown.size(); ++f) {
        const auto& fact = loaded.catalogue.facts[f];
        unknown[f].fact = fact.name;
        unknown[f].title = fact.title.in(language);
        unknown[f].stateable = fact.stateable;
    }
    std::erase_if(unknown, [](const UnknownResult& entry) { return entry.rules.empty(); });
    std::stable_sort(unknown.begin(), unknown.end(),
                     [](const auto& a, const auto& b) { return a.points > b.points; });
    return unknown;
}

}  // namespace colonnade::engine
