// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_goal.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string>

#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/plan/schedule.hpp"

namespace colonnade::cli {
namespace {

// More than all hours of ten years.
constexpr double MostHours = 100'000;
constexpr double HoursOfAWeek = 168;
constexpr auto GoalExamples = "--target 75, --hours 3, or --hours-per-week 2 with --weeks 6";

// A plain number above 0, up to `most`; nothing after a message.
std::optional<double> number(const char* option, const std::string& text, double most) {
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    const bool is_number = error == std::errc() && stop == end && std::isfinite(value);
    if (is_number && value > 0 && value <= most) return value;
    say_error(fmt::format("`{} {}`: expected a number above 0, at most {}", option,
                          dsl::visible(text), most));
    return std::nullopt;
}

std::optional<engine::PlanGoal> for_target(const Options& options) {
    const auto target = number("--target", options.target, 100);
    if (!target) return std::nullopt;
    engine::PlanGoal goal;
    goal.target = target;
    return goal;
}

std::optional<engine::PlanGoal> for_hours(const Options& options) {
    const auto hours = number("--hours", options.hours, MostHours);
    if (!hours) return std::nullopt;
    engine::PlanGoal goal;
    goal.minutes = *hours * 60;
    return goal;
}

std::optional<engine::PlanGoal> for_weeks(const Options& options) {
    const auto hours = number("--hours-per-week", options.hours_per_week, HoursOfAWeek);
    const auto weeks = number("--weeks", options.weeks, engine::MostPlanWeeks);
    if (!hours || !weeks) return std::nullopt;
    if (*weeks != std::floor(*weeks)) {
        say_error(fmt::format("`--weeks {}`: expected whole weeks", options.weeks));
        return std::nullopt;
    }
    engine::PlanGoal goal;
    goal.minutes = *hours * 60 * *weeks;
    goal.weeks = static_cast<int>(*weeks);
    return goal;
}

}  // namespace

bool names_plan(const Options& options) {
    return !(options.target.empty() && options.hours.empty() && options.hours_per_week.empty() &&
             options.weeks.empty());
}

std::optional<engine::PlanGoal> plan_goal(const Options& options) {
    const bool target = !options.target.empty();
    const bool hours = !options.hours.empty();
    const bool weekly = !options.hours_per_week.empty();
    const bool weeks = !options.weeks.empty();
    const int goals = int{target} + int{hours} + int{weekly || weeks};
    if (goals != 1) {
        say_error(goals == 0 ? "a plan needs an aim" : "a plan has one aim", GoalExamples);
        return std::nullopt;
    }
    if (weekly != weeks) {
        say_error(fmt::format("`{}` needs `{}`", weekly ? "--hours-per-week" : "--weeks",
                              weekly ? "--weeks" : "--hours-per-week"),
                  "--hours-per-week 2 --weeks 6");
        return std::nullopt;
    }
    if (target) return for_target(options);
    return hours ? for_hours(options) : for_weeks(options);
}

}  // namespace colonnade::cli
