// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "cli/json.hpp"
#include "cli/render/json/head.hpp"
#include "cli/render/plan.hpp"
#include "cli/render/rounded_plan.hpp"

namespace colonnade::cli {
namespace {

// Version of the form.
constexpr int PlanVersion = 1;

// Minutes with two decimals; at most so many upwards.
void round_minutes(engine::Plan& plan) {
    const auto round = [](double& minutes) { minutes = std::round(minutes * 100) / 100; };
    round(plan.goal.minutes);
    round(plan.total_minutes);
    for (auto& step : plan.steps) {
        round(step.minutes);
        round(step.total_minutes);
    }
    for (auto& week : plan.weeks)
        round(week.minutes);
    plan.minutes_off = std::ceil(plan.minutes_off * 100) / 100;
}

JsonValue goal_json(const engine::PlanGoal& goal) {
    JsonValue json = JsonValue::object();
    if (goal.target) {
        json["target"] = *goal.target;
        return json;
    }
    json["minutes"] = goal.minutes;
    if (goal.weeks > 0) json["weeks"] = goal.weeks;
    return json;
}

JsonValue step_json(const engine::PlanStep& step) {
    return {{"rule", step.rule},
            {"title", step.title},
            {"text", step.text},
            {"set", step.set},
            {"now", step.now},
            {"then", step.then},
            {"gain", step.gain},
            {"score_after", step.score_after},
            {"minutes", step.minutes},
            {"per", text_of(step.per)},
            {"total_minutes", step.total_minutes},
            {"first_week", step.first_week},
            {"last_week", step.last_week},
            {"reached_week", step.reached_week}};
}

JsonValue week_json(const engine::PlanWeek& week) {
    return {{"week", week.week},
            {"minutes", week.minutes},
            {"score", week.score},
            {"cautions", week.cautions}};
}

JsonValue question_json(const engine::PlanQuestion& question) {
    return {{"rule", question.rule},
            {"title", question.title},
            {"worth", question.worth},
            {"needs", question.needs}};
}

// An array of what each part becomes.
template <class Part, class Render>
JsonValue all_of(const std::vector<Part>& parts, Render render) {
    auto json = JsonValue::array();
    for (const auto& part : parts)
        json.push_back(render(part));
    return json;
}

// Everything but whose plan it is.
void put_plan(JsonValue& json, const engine::Plan& plan) {
    json["goal"] = goal_json(plan.goal);
    json["before"] = plan.before;
    json["after"] = plan.after;
    json["after_low"] = plan.after_low;
    json["after_high"] = plan.after_high;
    json["reached"] = plan.is_reached;
    json["total_minutes"] = plan.total_minutes;
    json["steps"] = all_of(plan.steps, step_json);
    json["weeks"] = all_of(plan.weeks, week_json);
    json["optimal"] = plan.is_optimal;
    json["points_off"] = plan.points_off;
    json["minutes_off"] = plan.minutes_off;
    json["left_out"] = plan.left_out;
    json["find_out"] = all_of(plan.find_out, question_json);
}

}  // namespace

std::string render_plan_json(engine::Result result, engine::Plan plan) {
    engine::round_result(result, 4);
    round_plan(plan, 4);
    round_minutes(plan);
    auto json = JsonValue::object();
    put_head(json, "plan", PlanVersion, result);
    put_plan(json, plan);
    json["note"] = result.note;
    return json_document(json);
}

std::string render_exact_plan_json(const engine::Plan& plan) {
    auto json = JsonValue::object();
    put_plan(json, plan);
    return json_line(json);
}

}  // namespace colonnade::cli
