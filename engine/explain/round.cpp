// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/explain/result.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::engine {
namespace {

void round_pillar(const Decimals& d, PillarResult& pillar) {
    pillar.withheld = d.round(pillar.withheld);
    Decimals::Parts points;
    Decimals::Parts of;
    for (auto& rule : pillar.rules) {
        rule.worth = d.round(rule.worth);
        if (rule.status != Status::Assessed) continue;
        points.push_back(&rule.points);
        of.push_back(&rule.of);
    }
    d.round_bounds(pillar.points, pillar.low, pillar.high);
    if (!pillar.points) return;
    d.share_out_points(points, d.units(*pillar.points) - d.units(pillar.withheld), of,
                       d.units(pillar.of));
}

}  // namespace

bool Result::has_failures() const {
    if (!failed_cautions.empty()) return true;
    return std::any_of(pillars.begin(), pillars.end(), [](const PillarResult& pillar) {
        return std::any_of(pillar.rules.begin(), pillar.rules.end(),
                           [](const RuleResult& rule) { return rule.status == Status::Error; });
    });
}

void round_result(Result& result, int decimals) {
    const Decimals d(decimals);
    Decimals::Parts points;
    Decimals::Parts of;
    for (auto& pillar : result.pillars) {
        if (!pillar.points) continue;
        points.push_back(&*pillar.points);
        of.push_back(&pillar.of);
    }
    if (result.score) {
        result.score = d.round(*result.score);
        d.share_out_points(points, d.units(*result.score), of, d.units(100));
    }
    for (auto& pillar : result.pillars)
        round_pillar(d, pillar);
    d.round_bounds(result.score, result.low, result.high);
    for (auto& tip : result.tips) {
        if (!tip.score_after) continue;
        tip.score_after = d.round(*tip.score_after);
        tip.gain = d.round(*tip.score_after - result.score.value_or(0));
    }
    // A gain is the difference of what is shown, and no tip is shown for none.
    std::erase_if(result.tips, [](const TipResult& tip) { return tip.gain && !(*tip.gain > 0); });
    for (auto& fact : result.unknown)
        fact.points = d.round(fact.points);
}

}  // namespace colonnade::engine
