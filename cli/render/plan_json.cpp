// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/render/json_head.hpp"
#include "cli/render/plain_json.hpp"
#include "cli/render/plan.hpp"
#include "cli/render/rounded_plan.hpp"

namespace colonnade::cli {
namespace {

using Json = nlohmann::ordered_json;

// Version of the form.
constexpr int PlanVersion = 1;

double minutes_json(double minutes) {
    return std::round(minutes * 100) / 100;
}

Json goal_json(const engine::PlanGoal& goal) {
    Json json = Json::object();
    if (goal.target) {
        json["target"] = *goal.target;
        return json;
    }
    json["minutes"] = minutes_json(goal.minutes);
    if (goal.weeks > 0) json["weeks"] = goal.weeks;
    return json;
}

Json step_json(const engine::PlanStep& step) {
    return {{"rule", step.rule},
            {"title", step.title},
            {"text", step.text},
            {"set", step.set},
            {"now", step.now},
            {"then", step.then},
            {"gain", step.gain},
            {"score_after", step.score_after},
            {"minutes", minutes_json(step.minutes)},
            {"per", text_of(step.per)},
            {"total_minutes", minutes_json(step.total_minutes)},
            {"first_week", step.first_week},
            {"last_week", step.last_week},
            {"reached_week", step.reached_week}};
}

Json week_json(const engine::PlanWeek& week) {
    return {{"week", week.week},
            {"minutes", minutes_json(week.minutes)},
            {"score", week.score},
            {"cautions", week.cautions}};
}

Json question_json(const engine::PlanQuestion& question) {
    return {{"rule", question.rule},
            {"title", question.title},
            {"worth", question.worth},
            {"needs", question.needs}};
}

// An array of what each part becomes.
template <class Part, class Render>
Json all_of(const std::vector<Part>& parts, Render render) {
    auto json = Json::array();
    for (const auto& part : parts)
        json.push_back(render(part));
    return json;
}

}  // namespace

std::string render_plan_json(engine::Result result, engine::Plan plan) {
    engine::round_result(result, 4);
    round_plan(plan, 4);
    Json json;
    put_head(json, "plan", PlanVersion, result);
    json["goal"] = goal_json(plan.goal);
    json["before"] = plan.before;
    json["after"] = plan.after;
    json["reached"] = plan.is_reached;
    json["total_minutes"] = minutes_json(plan.total_minutes);
    json["steps"] = all_of(plan.steps, step_json);
    json["weeks"] = all_of(plan.weeks, week_json);
    json["optimal"] = plan.is_optimal;
    json["points_off"] = plan.points_off;
    json["minutes_off"] = std::ceil(plan.minutes_off * 100) / 100;
    json["left_out"] = plan.left_out;
    json["find_out"] = all_of(plan.find_out, question_json);
    json["note"] = result.note;
    return plain_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace colonnade::cli
