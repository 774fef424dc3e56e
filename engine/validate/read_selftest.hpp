// SPDX-License-Identifier: Apache-2.0
// The calls that a plugin brings with what must come out: one JSON object a line.
//   {"function": "cv_gap", "as_of": "2026-11-20", "arguments": [[{"started": "2020-01-01"}]],
//    "result": "3 months"}
// null is unknown. Numbers are in the kind's base unit; texts are read as rulebooks write values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/validate/inputs.hpp"

namespace colonnade::engine {

struct SelftestRow {
    std::size_t function = 0;  // index
    Inputs inputs;             // a single row
    std::optional<double> result;
};

// Or what is wrong with the line.
[[nodiscard]] std::variant<SelftestRow, std::string> read_selftest(
    std::string_view line, const std::vector<dsl::Function>& functions);

[[nodiscard]] bool is_json_object(std::string_view text);

}  // namespace colonnade::engine
