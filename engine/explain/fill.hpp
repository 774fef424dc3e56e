// SPDX-License-Identifier: Apache-2.0
// Puts values into the texts of a rulebook.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/explain/scored_batch.hpp"

namespace colonnade::engine {

// What the placeholders of one text stand for.
struct Filling {
    const ScoredBatch& scored;
    std::size_t row;
    std::string_view language;
    const dsl::Rule* rule;  // null for cautions
    const dsl::Type* type;  // of the value
    std::optional<double> value;
    double target;
    std::optional<double> gain;  // by shown_gain()
    dsl::Display display;
    int text_node = -1;          // the value where it is a text
    bool is_on_the_way = false;  // `target` lies before what the curve aims at
};

// With one decimal, as the difference of the totals that are shown beside it.
[[nodiscard]] double shown_gain(double before, double after);

// The text in the language, or nothing where it speaks of a value that is unknown.
[[nodiscard]] std::optional<std::string> fill(const std::vector<dsl::Template>& texts,
                                              const Filling& filling);

}  // namespace colonnade::engine
