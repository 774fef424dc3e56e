// SPDX-License-Identifier: Apache-2.0
// Reads a plan back from the JSON inside a report. Internal to reading a report.
#pragma once

#include "cli/html/json_node.hpp"
#include "engine/explain/result.hpp"
#include "engine/plan/plan.hpp"

namespace colonnade::cli {

// `result`: of the same reading; whether the measure of a step is yes or no stands there. What is
// for programs alone (`PlanStep::value`) is not in a report. Throws WrongJson.
[[nodiscard]] engine::Plan read_plan(const JsonNode& json, const engine::Result& result);

}  // namespace colonnade::cli
