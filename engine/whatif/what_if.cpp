// SPDX-License-Identifier: Apache-2.0
#include "engine/whatif/what_if.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace colonnade::engine {
namespace {

// The last bits of sums, which say nothing.
constexpr double Slack = 1e-9;

bool differ(const std::optional<double>& a, const std::optional<double>& b) {
    return a.has_value() != b.has_value() || std::abs(a.value_or(0) - b.value_or(0)) > Slack;
}

bool has_moved(const RuleResult& before, const RuleResult& after) {
    return before.status != after.status || differ(before.points, after.points) ||
           before.value != after.value || differ(before.share, after.share);
}

struct Place {
    std::size_t pillar;
    std::size_t rule;
};

std::vector<Place> moved_rules(const Result& before, const Result& after) {
    std::vector<Place> moved;
    for (std::size_t p = 0; p < before.pillars.size(); ++p) {
        const auto& rules = before.pillars[p].rules;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            if (has_moved(rules[r], after.pillars[p].rules[r])) moved.push_back({p, r});
        }
    }
    return moved;
}

std::vector<std::size_t> moved_pillars(const Result& before, const Result& after) {
    std::vector<std::size_t> moved;
    for (std::size_t p = 0; p < before.pillars.size(); ++p) {
        if (differ(before.pillars[p].points, after.pillars[p].points) ||
            differ(before.pillars[p].of, after.pillars[p].of))
            moved.push_back(p);
    }
    return moved;
}

// Those of `some` that are not among `others`.
std::vector<CautionResult> only_in(const std::vector<CautionResult>& some,
                                   const std::vector<CautionResult>& others) {
    std::vector<CautionResult> only;
    for (const auto& caution : some) {
        if (std::none_of(others.begin(), others.end(),
                         [&](const CautionResult& other) { return other.id == caution.id; }))
            only.push_back(caution);
    }
    return only;
}

}  // namespace

WhatIf what_if(std::vector<Setting> settings, Result before, Result after, int decimals) {
    auto pillars = moved_pillars(before, after);
    const auto rules = moved_rules(before, after);
    round_result(before, decimals);
    round_result(after, decimals);
    // What is supposed is not stated.
    after.stated = before.stated;
    WhatIf what{
        std::move(settings), std::move(before), std::move(after), std::move(pillars), {}, {}, {}};
    for (const auto& place : rules) {
        const auto& pillar = what.before.pillars[place.pillar];
        const auto& then = what.after.pillars[place.pillar].rules[place.rule];
        what.rules.push_back({pillar.id + "." + then.id, pillar.rules[place.rule], then});
    }
    what.new_cautions = only_in(what.after.cautions, what.before.cautions);
    what.gone_cautions = only_in(what.before.cautions, what.after.cautions);
    return what;
}

}  // namespace colonnade::engine
