// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/explain/result.hpp"
#include "engine/score/decimals.hpp"
#include "engine/score/shared_points.hpp"

namespace colonnade::engine {
namespace {

// Bounds of what is shown already.
void round_bounds(const Decimals& d, const std::optional<double>& shown, double& low,
                  double& high) {
    const auto units = shown ? std::optional(d.units(*shown)) : std::nullopt;
    const auto bounds = d.bounds(low, high, units);
    low = d.value(bounds.low);
    high = d.value(bounds.high);
}

// Parts that add up, rounded where they are.
class Parts {
public:
    void add(double& points, double& of) {
        points_.push_back(&points);
        of_.push_back(&of);
    }

    void round(const Decimals& d, std::int64_t sum, std::int64_t sum_of) const {
        std::vector<double> exact;
        std::vector<double> exact_of;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            exact.push_back(*points_[i]);
            exact_of.push_back(*of_[i]);
        }
        SharedPoints shared(d);
        shared.share_out(exact, exact_of, sum, sum_of);
        const auto points = shared.points();
        const auto of = shared.of();
        for (std::size_t i = 0; i < points_.size(); ++i) {
            *points_[i] = d.value(points[i]);
            *of_[i] = d.value(of[i]);
        }
    }

private:
    std::vector<double*> points_;
    std::vector<double*> of_;
};

void round_rules(const Decimals& d, PillarResult& pillar) {
    Parts parts;
    for (auto& rule : pillar.rules) {
        if (rule.status == Status::Assessed) parts.add(rule.points, rule.of);
    }
    parts.round(d, d.units(*pillar.points) - d.units(pillar.withheld), d.units(pillar.of));
}

void round_pillar(const Decimals& d, PillarResult& pillar) {
    pillar.withheld = d.round(pillar.withheld);
    for (auto& rule : pillar.rules)
        rule.worth = d.round(rule.worth);
    round_bounds(d, pillar.points, pillar.low, pillar.high);
    if (pillar.points) round_rules(d, pillar);
}

void round_pillars(const Decimals& d, Result& result) {
    Parts parts;
    for (auto& pillar : result.pillars) {
        if (pillar.points) parts.add(*pillar.points, pillar.of);
    }
    parts.round(d, d.units(*result.score), d.units(100));
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
    if (result.score) {
        result.score = d.round(*result.score);
        round_pillars(d, result);
    }
    for (auto& pillar : result.pillars)
        round_pillar(d, pillar);
    round_bounds(d, result.score, result.low, result.high);
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
