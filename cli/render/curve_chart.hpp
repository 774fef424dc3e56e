// SPDX-License-Identifier: Apache-2.0
// A curve as a small table and as a chart of plain characters, for a terminal of 80 columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/rulebook/curve.hpp"
#include "dsl/types/kind.hpp"

namespace colonnade::cli {

struct CurveRow {
    std::string value;  // in words with its unit: `2 per week`, `15 per week or more`
    double share = 0;
};

// What tells the curve: its points, the middle of each slope, what lies outside.
[[nodiscard]] std::vector<CurveRow> curve_rows(const dsl::Curve& curve, const dsl::Type& type,
                                               std::string_view language);

// The share over the values, as an area; both axes say their unit. Needs no colour.
[[nodiscard]] std::string render_chart(const dsl::Curve& curve, const dsl::Type& type,
                                       std::string_view language);

}  // namespace colonnade::cli
