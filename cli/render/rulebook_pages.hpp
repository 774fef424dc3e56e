// SPDX-License-Identifier: Apache-2.0
// What a rulebook says, for people who do not read it: its points table, and a page for each rule.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/load/load_rulebook.hpp"

namespace colonnade::cli {

struct RuleAt {
    std::size_t pillar = 0;
    std::size_t rule = 0;
};

// What the rule is worth of 100 where every rule is assessed.
[[nodiscard]] double worth_of(const dsl::Rulebook& rulebook, RuleAt at);

// `name` is what the person calls the rulebook: its id or a path.
[[nodiscard]] std::string render_points_table(const dsl::Rulebook& rulebook,
                                              const std::string& name, std::string_view language);
[[nodiscard]] std::string render_rule_page(const engine::LoadedRulebook& loaded, RuleAt at,
                                           std::string_view language);

}  // namespace colonnade::cli
