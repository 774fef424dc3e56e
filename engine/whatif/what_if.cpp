// SPDX-License-Identifier: Apache-2.0
#include "engine/whatif/what_if.hpp"

#include <algorithm>

namespace colonnade::engine {
namespace {

bool has_moved(const RuleResult& before, const RuleResult& after) {
    return before.status != after.status || before.points != after.points ||
           before.value != after.value || before.share != after.share;
}

std::vector<MovedRule> moved_rules(const Result& before, const Result& after) {
    std::vector<MovedRule> moved;
    for (std::size_t p = 0; p < before.pillars.size(); ++p) {
        const auto& pillar = before.pillars[p];
        for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
            const auto& then = after.pillars[p].rules[r];
            if (has_moved(pillar.rules[r], then))
                moved.push_back({pillar.id + "." + then.id, pillar.rules[r], then});
        }
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
    round_result(before, decimals);
    round_result(after, decimals);
    // What is supposed is not stated.
    after.stated = before.stated;
    WhatIf what{std::move(settings), std::move(before), std::move(after), {}, {}, {}};
    what.rules = moved_rules(what.before, what.after);
    what.new_cautions = only_in(what.after.cautions, what.before.cautions);
    what.gone_cautions = only_in(what.before.cautions, what.after.cautions);
    return what;
}

}  // namespace colonnade::engine
