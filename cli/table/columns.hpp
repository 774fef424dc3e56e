// SPDX-License-Identifier: Apache-2.0
// What a table of scores shows of each person: one column a value, in the order of writing.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"

namespace colonnade::cli {

struct TableColumn {
    enum class What {
        Id,
        AsOf,
        Score,
        Low,
        High,
        Assessed,  // share of the points, 0..1
        Rating,
        Pillar,  // points
        Rule,    // points
        Status,  // of a rule
        Gap,     // the rule with the most, second most, … points missing
    };
    What what = What::Id;
    std::string name;
    std::size_t index = 0;  // of the pillar, of the rule over all pillars, of the gap
};

// How many gaps are named.
inline constexpr std::size_t Gaps = 3;

struct ColumnProblem {
    std::string message;
    std::string help;
};

// The columns that `names` choose, or the usual ones where it is empty. A name is that of a column
// or of a group of them: `pillars`, `rules`, `statuses`, `gaps`.
[[nodiscard]] std::variant<std::vector<TableColumn>, ColumnProblem> choose_columns(
    const dsl::Rulebook& rulebook, std::span<const std::string> names);

}  // namespace colonnade::cli
