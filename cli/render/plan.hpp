// SPDX-License-Identifier: Apache-2.0
// A plan: for a terminal of 80 columns, or as JSON, a contract described by
// docs/schemas/plan.schema.json. `result` is the score that it begins with.
#pragma once

#include <string>

#include "cli/render/text.hpp"
#include "engine/explain/result.hpp"
#include "engine/plan/plan.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string render_plan(engine::Result result, engine::Plan plan, TextStyle style);
[[nodiscard]] std::string render_plan_json(engine::Result result, engine::Plan plan);
// The plan alone on one line with every number as it was computed, so that nothing is lost when it
// is read again: the keys from `goal` to `find_out`.
[[nodiscard]] std::string render_exact_plan_json(const engine::Plan& plan);

}  // namespace colonnade::cli
