// SPDX-License-Identifier: Apache-2.0
#include "cli/open_profiles.hpp"

#include <algorithm>

namespace colonnade::cli {

OpenProfiles::OpenProfiles(const Session& session) : session_(session) {
    for (const auto& pillar : session.loaded.rulebook.pillars) {
        for (const auto& rule : pillar.rules) {
            auto id = pillar.id + "." + rule.id;
            rule_indices_.emplace(id, rules_.size());
            rules_.push_back({std::move(id), std::string(rule.title.in(session.language)), 0});
        }
    }
}

void OpenProfiles::add(const ScoredProfile& profile) {
    const auto& worth = profile.scored->score(0).rules;
    std::map<std::size_t, double> open;  // a rule that waits for several facts is there once
    for (const auto& unknown : engine::unknown_facts(*profile.scored, 0, session_.language)) {
        auto& fact = facts_[unknown.fact];
        fact.title = unknown.title;
        fact.points.include(unknown.points, fact.profiles++ == 0);
        for (const auto& id : unknown.rules) {
            const auto index = rule_indices_.at(id);
            auto& most = fact.rules[index];
            most = std::max(most, worth[index].worth);
            open[index] = worth[index].worth;
        }
    }
    double points = 0;
    for (const auto& [index, of_rule] : open)
        points += of_rule;
    points_.include(points, profiles_++ == 0);
}

ReportedFact OpenProfiles::reported(const std::string& name, const OpenFact& open) const {
    ReportedFact fact;
    fact.name = name;
    fact.title = open.title;
    fact.state = "unknown";
    fact.is_used = true;
    fact.unknown_in = open.profiles;
    fact.points_open = open.points;
    for (const auto& [index, most] : open.rules) {
        fact.rules.push_back(rules_[index]);
        fact.rules.back().points = most;
    }
    return fact;
}

void OpenProfiles::write_to(ImportReport& report) const {
    report.profiles = profiles_;
    report.points_open = points_.most;
    report.points_open_least = points_.least;
    for (const auto& [name, open] : facts_)
        report.facts.push_back(reported(name, open));
    std::stable_sort(report.facts.begin(), report.facts.end(), [](const auto& a, const auto& b) {
        return a.points_open.most > b.points_open.most;
    });
}

}  // namespace colonnade::cli
