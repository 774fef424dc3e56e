// SPDX-License-Identifier: Apache-2.0
// Everything there is to say about what a change of rules does to people, in one language; what
// every format of `impact` renders.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/impact/changes.hpp"
#include "cli/impact/gates.hpp"
#include "cli/impact/means.hpp"
#include "cli/impact/rule_pairs.hpp"
#include "engine/explain/result.hpp"
#include "engine/load/load_rulebook.hpp"

namespace colonnade::cli {

struct ImpactBook {
    std::string id;
    std::string title;
    std::string edition;
    std::string sha256;
};

struct ImpactRule {
    enum class In { Both, Added, Removed };
    std::string name;  // `pillar.rule`
    std::string title;
    In in = In::Both;
    std::size_t place = 0;  // among the rules of the changes
};

// Nothing: no score.
using MaybeRating = std::optional<engine::RatingResult>;

struct RatingStep {
    MaybeRating before;
    MaybeRating after;
    std::size_t people = 0;

    [[nodiscard]] bool is_crossing() const;
};

struct ImpactMover {
    Mover mover;
    MaybeRating before;
    MaybeRating after;
};

struct ImpactReport {
    std::string language;
    ImpactBook before;
    ImpactBook after;
    Changes changes{0, 0};
    std::vector<ImpactRule> rules;  // the largest sum, up or down, first
    bool has_ratings = false;       // both rulebooks have
    // From each rating to each, those that keep theirs too; the rulebooks' order, no score first.
    std::vector<RatingStep> ratings;
    std::size_t crossed = 0;
    std::vector<ImpactMover> movers;
    std::vector<ImpactGate> gates;
};

[[nodiscard]] ImpactReport make_impact_report(const engine::LoadedRulebook& before,
                                              const engine::LoadedRulebook& after,
                                              const std::vector<RulePair>& pairs, Changes changes,
                                              const ImpactGates& gates,
                                              const std::string& language);

}  // namespace colonnade::cli
