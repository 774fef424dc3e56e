// SPDX-License-Identifier: Apache-2.0
// Reads a result back from the JSON inside a report. Internal to reading a report.
#pragma once

#include "cli/html/json_node.hpp"
#include "dsl/rulebook/rulebook.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

// `shown`: what the report has beside the result. Figures that do not add up are refused, because
// they are shared out anew when they are shown. Of a value's type only what is written as JSON is
// told: a category holds the one value. Throws WrongJson.
[[nodiscard]] engine::Result read_result(const JsonNode& json, const JsonNode& shown);

// What the minutes of an effort are for.
[[nodiscard]] dsl::Effort::Per read_rhythm(const JsonNode& json);

}  // namespace colonnade::cli
