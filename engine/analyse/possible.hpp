// SPDX-License-Identifier: Apache-2.0
// Everything that the expressions of a rulebook can come out as, whoever is looked at: the bounds
// of a profile of which nothing is known.
#pragma once

#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "dsl/types/catalogue.hpp"
#include "engine/bounds/interval.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

struct PossibleValues {
    struct OfRule {
        Interval measure;
        Interval condition;  // of the `if`; true where there is none
    };
    std::vector<OfRule> rules;       // of all pillars, in the rulebook's order
    std::vector<Interval> cautions;  // of each `when`
};

// Perhaps too wide, never too narrow.
[[nodiscard]] PossibleValues possible_values(const dsl::Rulebook& rulebook,
                                             const dsl::Catalogue& catalogue,
                                             const Program& program);

}  // namespace colonnade::engine
