// SPDX-License-Identifier: Apache-2.0
// The rules of two rulebooks, each once: `pillar.rule` names one rule in both.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"

namespace colonnade::cli {

struct RulePair {
    std::string name;                   // `pillar.rule`
    std::optional<std::size_t> before;  // its index over all pillars of the first, if it has it
    std::optional<std::size_t> after;   // of the second
    const dsl::Rule* rule = nullptr;    // of the second, else of the first
};

// In the order of the second rulebook, then those that it lacks in the order of the first. Both
// must outlive the pairs.
[[nodiscard]] std::vector<RulePair> pair_rules(const dsl::Rulebook& before,
                                               const dsl::Rulebook& after);

}  // namespace colonnade::cli
