// SPDX-License-Identifier: Apache-2.0
// What becomes of a score under settings: before, after, and what moved. It is supposed, never
// evidence: nothing of it is among the stated facts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/explain/result.hpp"
#include "engine/whatif/settings.hpp"

namespace colonnade::engine {

struct MovedRule {
    std::string rule;  // `pillar.rule`
    RuleResult before;
    RuleResult after;
};

struct WhatIf {
    std::vector<Setting> settings;
    Result before;
    Result after;
    std::vector<std::size_t> pillars;  // that move, by index
    std::vector<MovedRule> rules;      // that move, in the rulebook's order
    std::vector<CautionResult> new_cautions;
    std::vector<CautionResult> gone_cautions;
};

// Tells what differs, and rounds both results to so many decimals. What only differs because
// rounded figures are made to add up has not moved. They are of the same rulebook, and exact.
[[nodiscard]] WhatIf what_if(std::vector<Setting> settings, Result before, Result after,
                             int decimals);

}  // namespace colonnade::engine
