// SPDX-License-Identifier: Apache-2.0
#include "cli/render/plan_phrases.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/parts.hpp"
#include "cli/render/phrases.hpp"
#include "cli/render/plan_words.hpp"

namespace colonnade::cli {

std::string work_time(double minutes, std::string_view language) {
    return effort_text(whole_minutes(minutes), dsl::Effort::Per::Once, language);
}

std::string plan_goal_text(const engine::PlanGoal& goal, std::string_view language) {
    const auto& words = plan_words_in(language);
    if (goal.target)
        return fmt::format(fmt::runtime(words.for_target), points_text(*goal.target, language));
    if (goal.weeks == 0)
        return fmt::format(fmt::runtime(words.for_hours), work_time(goal.minutes, language));
    return fmt::format(fmt::runtime(words.for_weeks),
                       work_time(goal.minutes / goal.weeks, language), goal.weeks);
}

std::string plan_outcome(const engine::Plan& plan, std::string_view language) {
    const auto& words = plan_words_in(language);
    const auto& labels = labels_in(language);
    const auto before = points_text(plan.before, language);
    if (plan.steps.empty()) return fmt::format("{} {} {}", words.today, before, labels.of_100);
    const auto weeks = plan.weeks.size();
    return fmt::format(fmt::runtime(words.from_to), before, points_text(plan.after, language),
                       labels.of_100,
                       fmt::format("{} {}", weeks, weeks == 1 ? words.week : words.weeks),
                       work_time(plan.total_minutes, language));
}

std::string plan_interval(const engine::Plan& plan, std::string_view language) {
    if (plan.steps.empty() || plan.after_low >= plan.after_high) return {};
    return fmt::format("{} {}", plan_words_in(language).then,
                       interval_text(plan.after_low, plan.after_high, language));
}

std::string plan_remark(const engine::Plan& plan, std::string_view language) {
    const auto& words = plan_words_in(language);
    if (plan.goal.target && !plan.is_reached && !plan.steps.empty())
        return fmt::format(fmt::runtime(words.not_reached), points_text(plan.after, language));
    if (!plan.steps.empty()) return {};
    if (plan.goal.target && plan.is_reached) return std::string(words.reached_already);
    return std::string(plan.goal.target ? words.nothing_to_do : words.nothing_fits);
}

std::vector<std::string> plan_gaps(const engine::Plan& plan, std::string_view language) {
    const auto& words = plan_words_in(language);
    std::vector<std::string> gaps;
    if (plan.points_off > 0)
        gaps.push_back(fmt::format(fmt::runtime(words.not_optimal_points),
                                   points_text(plan.points_off, language)));
    if (plan.minutes_off > 0)
        gaps.push_back(fmt::format(fmt::runtime(words.not_optimal_minutes),
                                   work_time(plan.minutes_off, language)));
    if (plan.left_out > 0)
        gaps.push_back(
            fmt::format(fmt::runtime(words.left_out), plan.left_out, engine::MostPlanTips));
    return gaps;
}

std::string step_gain(const engine::PlanStep& step, std::string_view language) {
    return fmt::format("{}{} → {}", step.gain < 0 ? "−" : "+",
                       points_text(std::abs(step.gain), language),
                       points_text(step.score_after, language));
}

std::string weeks_text(int first, int last, std::string_view language) {
    const auto& words = plan_words_in(language);
    return first == last ? fmt::format("{} {}", words.week, first)
                         : fmt::format("{} {}–{}", words.weeks, first, last);
}

std::string step_effort(const engine::PlanStep& step, std::string_view language) {
    const auto effort = effort_text(whole_minutes(step.minutes), step.per, language);
    if (step.per == dsl::Effort::Per::Once) return effort;
    return fmt::format("{}, {} {}", effort, work_time(step.total_minutes, language),
                       plan_words_in(language).in_all);
}

}  // namespace colonnade::cli
