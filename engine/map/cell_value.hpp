// SPDX-License-Identifier: Apache-2.0
// One cell of a table as the value of a fact, in the form of profile documents.
#pragma once

#include <string>
#include <string_view>

#include "dsl/types/catalogue.hpp"
#include "engine/map/mapping.hpp"

namespace colonnade::engine {

struct CellValue {
    std::string json;          // empty: unknown
    std::string_view problem;  // what the cell is not, such as "no date", or empty

    [[nodiscard]] bool is_known() const { return !json.empty(); }
};

// A text as JSON.
[[nodiscard]] std::string json_text(std::string_view text);

// `text` is trimmed.
[[nodiscard]] CellValue cell_value(std::string_view text, const dsl::Type& type,
                                   const dsl::Bounds& bounds, const MappedCell& cell);

// Whether numbers of a kind can have this unit, and whether a kind has a value for "nothing there".
[[nodiscard]] bool is_unit_of(dsl::Kind kind, std::string_view unit);
[[nodiscard]] bool can_be_none(dsl::Kind kind);

// A number with decimals behind a point or a comma, and groups of three digits or not.
[[nodiscard]] std::optional<double> number_in(std::string_view text, bool decimal_comma);

// `ja`, `no`, `x` and the like, whatever the case.
[[nodiscard]] std::optional<bool> yes_no_in(std::string_view text);

}  // namespace colonnade::engine
