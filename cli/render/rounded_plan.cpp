// SPDX-License-Identifier: Apache-2.0
#include "cli/render/rounded_plan.hpp"

#include <cmath>

#include "engine/score/decimals.hpp"

namespace colonnade::cli {

void round_plan(engine::Plan& plan, int decimals) {
    const engine::Decimals d(decimals);
    plan.before = d.round(plan.before);
    plan.after = d.round(plan.after);
    const auto sure = d.bounds(plan.after_low, plan.after_high, d.units(plan.after));
    plan.after_low = d.value(sure.low);
    plan.after_high = d.value(sure.high);
    double before = plan.before;
    for (auto& step : plan.steps) {
        step.score_after = d.round(step.score_after);
        step.gain = d.round(step.score_after - before);
        before = step.score_after;
    }
    for (auto& week : plan.weeks)
        week.score = d.round(week.score);
    for (auto& question : plan.find_out)
        question.worth = d.round(question.worth);
    // At most so much: upwards.
    plan.points_off = std::ceil(plan.points_off * d.scale() - engine::Decimals::Slack) / d.scale();
}

}  // namespace colonnade::cli
