// SPDX-License-Identifier: Apache-2.0
// Made-up rulebooks for the schema `everything`, as text.
#pragma once

#include <string>
#include <vector>

namespace colonnade::tests {

// Pillars, rules with all kinds of curves, conditions, caps and policies, tips and cautions.
[[nodiscard]] std::string random_rulebook();

// One pillar or two whose rules each measure another plain fact: what bounds are exact for.
[[nodiscard]] std::string separable_rulebook();

// One rule with a curve that promises `better`.
[[nodiscard]] std::string promising_rulebook();

}  // namespace colonnade::tests
