// SPDX-License-Identifier: Apache-2.0
// Single phrases about a plan, in a language, that text and page say. Plans are rounded to one
// decimal already.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/plan/plan.hpp"

namespace colonnade::cli {

// `The most for 2 h a week in 6 weeks`.
[[nodiscard]] std::string plan_goal_text(const engine::PlanGoal& goal, std::string_view language);
// `Today 35.1 → 63.6 of 100 in 6 weeks, for 7.3 h of work`.
[[nodiscard]] std::string plan_outcome(const engine::Plan& plan, std::string_view language);
// What is sure of the promise; empty where it is sure itself.
[[nodiscard]] std::string plan_interval(const engine::Plan& plan, std::string_view language);
// Why there is no step, or the goal is out of reach; else empty.
[[nodiscard]] std::string plan_remark(const engine::Plan& plan, std::string_view language);
// How far from the best plan it may be, and what was not looked at: a sentence each.
[[nodiscard]] std::vector<std::string> plan_gaps(const engine::Plan& plan,
                                                 std::string_view language);

// `+1.3 → 36.4`.
[[nodiscard]] std::string step_gain(const engine::PlanStep& step, std::string_view language);
// `weeks 2–5`.
[[nodiscard]] std::string weeks_text(int first, int last, std::string_view language);
// `5 min each, 20 min in all`.
[[nodiscard]] std::string step_effort(const engine::PlanStep& step, std::string_view language);
// `72 min`.
[[nodiscard]] std::string work_time(double minutes, std::string_view language);

}  // namespace colonnade::cli
