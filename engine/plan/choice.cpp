// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/choice.hpp"

#include <algorithm>
#include <cmath>

#include "dsl/types/unit.hpp"
#include "engine/plan/window.hpp"
#include "engine/whatif/setting_text.hpp"

namespace colonnade::engine {
namespace {

using dsl::Curve;

// Values on the way from `from`, each of which earns more than the one before, and the target.
std::vector<double> aims(const Curve& curve, double from) {
    const double target = dsl::target_from(curve, from);
    std::vector<double> values;
    double best = dsl::share_at(curve, from);
    const auto step = [&](const dsl::CurvePoint& point) {
        const bool is_between = from < target ? point.at > from && point.at < target
                                              : point.at < from && point.at > target;
        if (!is_between || point.share <= best) return;
        values.push_back(point.at);
        best = point.share;
    };
    if (curve.form == Curve::Form::StepsUp)
        std::for_each(curve.points.begin(), curve.points.end(), step);
    if (curve.form == Curve::Form::StepsDown)
        std::for_each(curve.points.rbegin(), curve.points.rend(), step);
    if (target != from) values.push_back(target);
    return values;
}

class ChoiceFinder {
public:
    ChoiceFinder(const ScoredBatch& scored, std::size_t row, const PlanGoal& goal)
        : scored_(scored), loaded_(scored.loaded()), row_(row), goal_(goal) {}

    std::vector<PlanChoice> find() {
        std::size_t index = 0;
        for (const auto& pillar : loaded_.rulebook.pillars) {
            for (const auto& rule : pillar.rules)
                look_at(rule, index++);
        }
        return std::move(choices_);
    }

private:
    void look_at(const dsl::Rule& rule, std::size_t index) {
        const int measure = loaded_.program.rules[index].measure;
        const bool is_assessed = scored_.score(row_).rules[index].status == Status::Assessed;
        if (!is_assessed || rule.tip.empty() || !loaded_.program.at(measure).can_differ()) return;
        const auto& slot = scored_.evaluator().slot(measure);
        const std::optional<double> from =
            slot.known[row_] != 0 ? std::optional(slot.value[row_]) : std::nullopt;
        // Of an unknown value that the rulebook takes as none only the target is known.
        const auto values =
            from ? aims(rule.curve, *from) : std::vector{dsl::nearest_edge(rule.curve)};
        for (const double aim : values) {
            auto option = option_for(rule, index, from, aim);
            option.is_on_the_way = aim != values.back();
            if (option.value != from) choice_of(measure).options.push_back(option);
        }
    }

    PlanOption option_for(const dsl::Rule& rule, std::size_t index, std::optional<double> from,
                          double aim) const {
        PlanOption option;
        option.rule = index;
        option.from = from;
        option.aim = aim;
        option.window =
            rising_window(loaded_.rulebook.nodes, rule.measure) / dsl::seconds_in(dsl::Unit::Week);
        option.is_whole = counts_things(loaded_.rulebook.nodes, rule.measure);
        option.value = aim;
        if (goal_.weeks > 0 && option.window > goal_.weeks) option.value = in_time(rule, option);
        option.cost = cost_of(rule, option);
        return option;
    }

    // What is reached of a rise when the time is up, as people write it.
    double in_time(const dsl::Rule& rule, const PlanOption& option) const {
        const double value = option.risen(goal_.weeks);
        if (option.is_whole) return value;
        return plain_value(value, option.from.value_or(0), type_of(option), rule.curve.display);
    }

    const dsl::Type& type_of(const PlanOption& option) const {
        return loaded_.program.at(loaded_.program.rules[option.rule].measure).type;
    }

    // What fills a window is kept up for as long as the plan goes on.
    TipCost cost_of(const dsl::Rule& rule, const PlanOption& option) const {
        const double weeks = goal_.weeks > 0 ? goal_.weeks : weeks_of_horizon(loaded_.rulebook);
        auto cost = tip_cost(rule, type_of(option), option.from, option.aim, weeks);
        if (goal_.weeks > 0 && option.window > 0 && cost.per != dsl::Effort::Per::Week)
            cost.total_minutes *= weeks / option.window;
        return cost;
    }

    PlanChoice& choice_of(int instruction) {
        const auto known = std::find_if(
            choices_.begin(), choices_.end(),
            [=](const PlanChoice& choice) { return choice.instruction == instruction; });
        if (known != choices_.end()) return *known;
        choices_.push_back({instruction, {}});
        return choices_.back();
    }

    const ScoredBatch& scored_;
    const LoadedRulebook& loaded_;
    std::size_t row_;
    const PlanGoal& goal_;
    std::vector<PlanChoice> choices_;
};

}  // namespace

double PlanOption::risen(double weeks) const {
    if (window <= 0 || weeks >= window) return aim;
    const double start = from.value_or(0);
    const double moved = (aim - start) * (weeks / window);
    // Half a post is none.
    constexpr double Slack = 1e-9;
    return start + (is_whole ? std::trunc(moved * (1 + Slack)) : moved);
}

std::vector<PlanChoice> plan_choices(const ScoredBatch& scored, std::size_t row,
                                     const PlanGoal& goal) {
    return ChoiceFinder(scored, row, goal).find();
}

}  // namespace colonnade::engine
