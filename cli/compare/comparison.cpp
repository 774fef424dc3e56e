// SPDX-License-Identifier: Apache-2.0
#include "cli/compare/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "cli/history/trend.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::cli {
namespace {

// What this program makes of a kept result differs from it by what the engine has changed since.
DifferenceSplit split_of(double from, double to, const Rescored& exact, int decimals) {
    const engine::Decimals shown(decimals);
    const auto old_now = shown.round(exact.old_now);
    const auto old_by_new = shown.round(exact.old_by_new);
    const auto new_now = exact.new_now ? shown.round(*exact.new_now) : to;
    const auto since = shown_difference(from, old_now) - shown_difference(to, new_now);
    return {shown_difference(0, since), shown_difference(old_now, old_by_new),
            shown_difference(old_by_new, new_now)};
}

std::optional<double> points_of(const engine::RuleResult& rule) {
    return rule.status == engine::Status::Assessed ? std::optional(rule.points) : std::nullopt;
}

class RuleDifferences {
public:
    void add(const engine::Result& result, std::optional<double> RuleDifference::*side) {
        for (const auto& pillar : result.pillars) {
            for (const auto& rule : pillar.rules) {
                auto& difference = at(pillar.id + "." + rule.id);
                difference.title = rule.title;
                difference.*side = points_of(rule);
            }
        }
    }

    std::vector<RuleDifference> take() {
        for (auto& rule : rules_)
            rule.points = shown_difference(rule.from.value_or(0), rule.to.value_or(0));
        std::erase_if(rules_, [](const auto& rule) { return rule.points == 0; });
        std::stable_sort(rules_.begin(), rules_.end(), [](const auto& a, const auto& b) {
            return std::abs(a.points) > std::abs(b.points);
        });
        return std::move(rules_);
    }

private:
    RuleDifference& at(const std::string& id) {
        const auto [found, is_new] = indices_.emplace(id, rules_.size());
        if (is_new) rules_.push_back({id, {}, {}, {}, 0});
        return rules_[found->second];
    }

    std::vector<RuleDifference> rules_;
    std::map<std::string, std::size_t> indices_;
};

}  // namespace

Comparison compare(ComparedResult from, ComparedResult to, const std::optional<Rescored>& rescored,
                   NoSplit otherwise, int decimals) {
    engine::round_result(from.result, decimals);
    engine::round_result(to.result, decimals);
    Comparison comparison{std::move(from), std::move(to), {}, {}, otherwise, {}};
    const auto& earlier = comparison.from.result;
    const auto& later = comparison.to.result;
    RuleDifferences rules;
    rules.add(earlier, &RuleDifference::from);
    rules.add(later, &RuleDifference::to);
    comparison.rules = rules.take();
    if (!earlier.score || !later.score) {
        comparison.no_split = NoSplit::NoScore;
        return comparison;
    }
    comparison.difference = shown_difference(*earlier.score, *later.score);
    if (rescored) comparison.split = split_of(*earlier.score, *later.score, *rescored, decimals);
    return comparison;
}

}  // namespace colonnade::cli
