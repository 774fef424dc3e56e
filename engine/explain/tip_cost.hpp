// SPDX-License-Identifier: Apache-2.0
// What it takes to bring a measure from one value to another: the one answer for tips and plans.
#pragma once

#include <optional>

#include "dsl/rulebook/rulebook.hpp"
#include "dsl/types/kind.hpp"

namespace colonnade::engine {

struct TipCost {
    double minutes = 0;  // once, a week, or for each thing that is missing
    dsl::Effort::Per per = dsl::Effort::Per::Once;
    double total_minutes = 0;  // with what is missing, and over `weeks`
};

// A rule's effort is for the way from no points to its target; of a part of the way, that part. It
// is never more than the whole, and the whole where nobody knows how far it is. `weeks` are those
// that an effort per week is counted for.
[[nodiscard]] TipCost tip_cost(const dsl::Rule& rule, const dsl::Type& type,
                               std::optional<double> from, double to, double weeks);

// Over which an effort per week is counted where nothing else is said.
[[nodiscard]] double weeks_of_horizon(const dsl::Rulebook& rulebook);

}  // namespace colonnade::engine
