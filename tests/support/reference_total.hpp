// SPDX-License-Identifier: Apache-2.0
// The total a second time: sums over rules and pillars as the reference of the language writes
// them. Without bounds.
#pragma once

#include <optional>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "tests/support/reference_evaluator.hpp"

namespace colonnade::tests {

struct PlainRule {
    std::optional<double> share;  // of an assessed rule
    bool applies = true;          // false: its `if` is false, or it is not in force
    double points = 0;
    double of = 0;
};

struct PlainPillar {
    std::vector<PlainRule> rules;
    std::optional<double> points;
    double of = 0;
};

struct PlainTotal {
    std::vector<PlainPillar> pillars;
    std::optional<double> total;
    double assessed = 0;
};

[[nodiscard]] PlainTotal reference_total(const dsl::Rulebook& rulebook,
                                         const ReferenceEvaluator& evaluator, double as_of);

}  // namespace colonnade::tests
