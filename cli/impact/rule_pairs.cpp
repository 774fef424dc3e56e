// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/rule_pairs.hpp"

#include <unordered_map>

namespace colonnade::cli {
namespace {

template <class Take>
void for_each_rule(const dsl::Rulebook& rulebook, const Take& take) {
    std::size_t index = 0;
    for (const auto& pillar : rulebook.pillars) {
        for (const auto& rule : pillar.rules)
            take(pillar.id + "." + rule.id, index++, rule);
    }
}

}  // namespace

std::vector<RulePair> pair_rules(const dsl::Rulebook& before, const dsl::Rulebook& after) {
    std::vector<RulePair> pairs;
    std::unordered_map<std::string, std::size_t> place_of;
    for_each_rule(after, [&](std::string name, std::size_t index, const dsl::Rule& rule) {
        place_of.emplace(name, pairs.size());
        pairs.push_back({std::move(name), std::nullopt, index, &rule});
    });
    for_each_rule(before, [&](std::string name, std::size_t index, const dsl::Rule& rule) {
        const auto known = place_of.find(name);
        if (known == place_of.end()) {
            pairs.push_back({std::move(name), index, std::nullopt, &rule});
        } else {
            pairs[known->second].before = index;
        }
    });
    return pairs;
}

}  // namespace colonnade::cli
