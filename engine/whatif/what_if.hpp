// SPDX-License-Identifier: Apache-2.0
// What becomes of a score under settings: before, after, and what moved. It is supposed, never
// evidence: nothing of it is among the stated facts.
#pragma once

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
    std::vector<MovedRule> rules;  // in the rulebook's order
    std::vector<CautionResult> new_cautions;
    std::vector<CautionResult> gone_cautions;
};

// Rounds both results to so many decimals and tells what differs. They are of the same rulebook.
[[nodiscard]] WhatIf what_if(std::vector<Setting> settings, Result before, Result after,
                             int decimals);

}  // namespace colonnade::engine
