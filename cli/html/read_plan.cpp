// SPDX-License-Identifier: Apache-2.0
#include "cli/html/read_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/figure_bounds.hpp"
#include "cli/html/read_result.hpp"
#include "engine/plan/schedule.hpp"

namespace colonnade::cli {
namespace {

using engine::MostPlanWeeks;

constexpr int MostRules = 1'000'000;

double points_at(const JsonNode& json, std::string_view key) {
    return json.at(key).number(0, MostPoints);
}

double minutes_at(const JsonNode& json, std::string_view key) {
    return json.at(key).number(0, MostMinutes);
}

class PlanReader {
public:
    PlanReader(const JsonNode& json, const engine::Result& result) : json_(json), result_(result) {}

    engine::Plan take() {
        goal(json_.at("goal"));
        plan_.before = points_at(json_, "before");
        plan_.after = points_at(json_, "after");
        plan_.after_low = points_at(json_, "after_low");
        plan_.after_high = points_at(json_, "after_high");
        plan_.is_reached = json_.at("reached").yes();
        plan_.total_minutes = minutes_at(json_, "total_minutes");
        for (const auto& week : json_.at("weeks").items(0, MostPlanWeeks))
            add_week(week);
        for (const auto& step : json_.at("steps").items(0, engine::MostPlanTips))
            plan_.steps.push_back(step_of(step));
        plan_.is_optimal = json_.at("optimal").yes();
        plan_.points_off = points_at(json_, "points_off");
        plan_.minutes_off = minutes_at(json_, "minutes_off");
        plan_.left_out = static_cast<std::size_t>(json_.at("left_out").whole(0, MostRules));
        for (const auto& question : json_.at("find_out").items(0, MostRules))
            plan_.find_out.push_back({question.at("rule").text(), question.at("title").text(),
                                      points_at(question, "worth"), question.texts_at("needs")});
        check_sums();
        return std::move(plan_);
    }

private:
    void goal(const JsonNode& json) {
        if (json.find("target")) {
            plan_.goal.target = points_at(json, "target");
            return;
        }
        plan_.goal.minutes = minutes_at(json, "minutes");
        if (const auto weeks = json.find("weeks"))
            plan_.goal.weeks = weeks->whole(1, MostPlanWeeks);
    }

    void add_week(const JsonNode& json) {
        const int next = static_cast<int>(plan_.weeks.size()) + 1;
        engine::PlanWeek week{json.at("week").whole(1, MostPlanWeeks), minutes_at(json, "minutes"),
                              points_at(json, "score"), json.texts_at("cautions")};
        if (week.week != next) json.wrong(fmt::format("is not week {}", next));
        plan_.weeks.push_back(std::move(week));
    }

    // Weeks are read before, so that no step lies outside.
    engine::PlanStep step_of(const JsonNode& json) const {
        const int last = std::max(1, static_cast<int>(plan_.weeks.size()));
        engine::PlanStep step;
        step.rule = json.at("rule").text();
        step.type = type_of(json.at("rule"));
        step.title = json.at("title").text();
        step.text = json.at("text").text();
        step.set = json.at("set").text();
        step.now = json.at("now").text();
        step.then = json.at("then").text();
        step.gain = json.at("gain").number(-MostPoints, MostPoints);
        step.score_after = points_at(json, "score_after");
        step.minutes = minutes_at(json, "minutes");
        step.per = read_rhythm(json.at("per"));
        step.total_minutes = minutes_at(json, "total_minutes");
        step.first_week = json.at("first_week").whole(1, last);
        step.last_week = json.at("last_week").whole(step.first_week, last);
        step.reached_week = json.at("reached_week").whole(1, last);
        return step;
    }

    dsl::Type type_of(const JsonNode& path) const {
        const auto name = path.text();
        for (const auto& pillar : result_.pillars) {
            for (const auto& rule : pillar.rules) {
                if (fmt::format("{}.{}", pillar.id, rule.id) == name) return rule.type;
            }
        }
        path.wrong("is no rule of this report");
    }

    // What is shown is a difference of these.
    void check_sums() const {
        const bool is_of_result =
            result_.score && std::abs(plan_.before - *result_.score) < CloseSums;
        if (!is_of_result) json_.wrong("begins with another score");
        const double after = plan_.steps.empty() ? plan_.before : plan_.steps.back().score_after;
        if (std::abs(after - plan_.after) >= CloseSums) json_.wrong("is not what its steps bring");
        if (!plan_.steps.empty() && plan_.weeks.empty()) json_.wrong("has steps without weeks");
    }

    const JsonNode& json_;
    const engine::Result& result_;
    engine::Plan plan_;
};

}  // namespace

engine::Plan read_plan(const JsonNode& json, const engine::Result& result) {
    return PlanReader(json, result).take();
}

}  // namespace colonnade::cli
