// SPDX-License-Identifier: Apache-2.0
// Rules by the names that people use for them: `pillar.rule`, or the rule's id alone where only one
// pillar has it.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/rulebook.hpp"

namespace colonnade::dsl {

struct RuleName {
    std::string full;  // `pillar.rule`
    int index = -1;    // over all pillars
    const Rule* rule = nullptr;
};

class RuleNames {
public:
    // Both must outlive this.
    RuleNames(const Form& form, const Rulebook& rulebook);

    // Nothing after a finding.
    [[nodiscard]] std::optional<RuleName> find(const Node& name) const;

private:
    [[nodiscard]] std::string nearest(const std::string& text) const;

    const Form& form_;
    std::vector<RuleName> all_;
    std::unordered_map<std::string, std::vector<std::size_t>> named_;  // by either name
};

}  // namespace colonnade::dsl
