// SPDX-License-Identifier: Apache-2.0
// From the chosen options to steps with texts, weeks and what each brings.
#include <algorithm>

#include "engine/explain/fill.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/plan/choice.hpp"
#include "engine/plan/plan.hpp"
#include "engine/plan/schedule.hpp"
#include "engine/plan/search.hpp"
#include "engine/plan/trial.hpp"
#include "engine/whatif/setting_text.hpp"

namespace colonnade::engine {
namespace {

struct NamedRule {
    const dsl::Pillar* pillar;
    const dsl::Rule* rule;

    [[nodiscard]] std::string name() const { return pillar->id + "." + rule->id; }
};

// An option with the measure that it moves.
struct Taken {
    int instruction;
    const PlanOption* option;
    PlannedWork work = {};
};

class Planner {
public:
    Planner(const ScoredBatch& scored, std::size_t row, const PlanGoal& goal,
            std::string_view language)
        : scored_(scored), loaded_(scored.loaded()), row_(row), language_(language) {
        plan_.goal = goal;
        plan_.before = plan_.after = scored.score(row).total.value_or(0);
        for (const auto& pillar : loaded_.rulebook.pillars) {
            for (const auto& rule : pillar.rules)
                rules_.push_back({&pillar, &rule});
        }
    }

    Plan make() {
        find_out();
        auto choices = plan_choices(scored_, row_, plan_.goal);
        drop_speechless(choices);
        std::vector<int> free;
        for (const auto& choice : choices)
            free.push_back(choice.instruction);
        trial_.emplace(scored_, row_, free);
        keep_best(choices);
        const auto solution = find_plan(scored_, row_, choices, plan_.goal);
        plan_.after = solution.total;
        plan_.is_reached = solution.is_reached;
        plan_.is_optimal = solution.is_optimal;
        plan_.points_off = solution.points_off;
        plan_.minutes_off = solution.minutes_off;
        for (std::size_t c = 0; c < choices.size(); ++c) {
            if (const auto pick = solution.picks.at(c); pick > 0)
                taken_.push_back({choices[c].instruction, &choices[c].options[pick - 1U]});
        }
        arrange();
        add_steps();
        add_weeks();
        return std::move(plan_);
    }

private:
    // A rule without a tip is nothing that anybody can do something about.
    void find_out() {
        for (std::size_t r = 0; r < rules_.size(); ++r) {
            const auto& score = scored_.score(row_).rules[r];
            if (score.status != Status::Unknown || rules_[r].rule->tip.empty()) continue;
            PlanQuestion question{rules_[r].name(),
                                  std::string(rules_[r].rule->title.in(language_)),
                                  score.worth,
                                  {}};
            for (const int fact : unknown_facts_of(scored_, r, row_))
                question.needs.push_back(
                    loaded_.catalogue.facts[static_cast<std::size_t>(fact)].name);
            if (!question.needs.empty()) plan_.find_out.push_back(std::move(question));
        }
        std::stable_sort(plan_.find_out.begin(), plan_.find_out.end(),
                         [](const auto& a, const auto& b) { return a.worth > b.worth; });
    }

    const dsl::Type& type_of(const PlanOption& option) const {
        return loaded_.program.at(loaded_.program.rules[option.rule].measure).type;
    }

    std::optional<std::string> text_of(const PlanOption& option, double gain) const {
        const auto& rule = *rules_[option.rule].rule;
        Filling filling{scored_,    row_, language_,         &rule, &type_of(option), option.from,
                        option.aim, gain, rule.curve.display};
        filling.is_on_the_way = option.is_on_the_way;
        return fill(rule.tip, filling);
    }

    // A tip whose text speaks of something unknown is none.
    void drop_speechless(std::vector<PlanChoice>& choices) const {
        for (auto& choice : choices) {
            std::erase_if(choice.options,
                          [&](const PlanOption& option) { return !text_of(option, 0); });
        }
        std::erase_if(choices, [](const PlanChoice& choice) { return choice.options.empty(); });
    }

    // Those that gain most for the effort alone, in the order of the rulebook.
    void keep_best(std::vector<PlanChoice>& choices) {
        if (choices.size() <= MostPlanTips) return;
        plan_.left_out = choices.size() - MostPlanTips;
        std::vector<std::pair<double, std::size_t>> ranked;
        for (std::size_t c = 0; c < choices.size(); ++c)
            ranked.emplace_back(-worth_of(choices[c]), c);
        std::sort(ranked.begin(), ranked.end());
        ranked.resize(MostPlanTips);
        std::sort(ranked.begin(), ranked.end(),
                  [](const auto& a, const auto& b) { return a.second < b.second; });
        std::vector<PlanChoice> best;
        for (const auto& [worth, c] : ranked)
            best.push_back(std::move(choices[c]));
        choices = std::move(best);
    }

    double worth_of(const PlanChoice& choice) {
        const auto& whole = choice.options.back();
        const double gain = total({{choice.instruction, whole.value}}) - plan_.before;
        return gain / std::max(whole.cost.total_minutes, 1.0);
    }

    double total(const std::vector<Override>& held) { return trial_->outcome(held).total; }

    // What gains most for the effort first, without a caution on the way where that can be; then by
    // the week in which it begins.
    void arrange() {
        std::vector<Override> held;
        for (std::size_t at = 0; at < taken_.size(); ++at) {
            const auto next = next_of(at, held);
            std::rotate(taken_.begin() + static_cast<std::ptrdiff_t>(at),
                        taken_.begin() + static_cast<std::ptrdiff_t>(next),
                        taken_.begin() + static_cast<std::ptrdiff_t>(next) + 1);
            held.push_back({taken_[at].instruction, taken_[at].option->value});
        }
        std::vector<const PlanOption*> options;
        for (const auto& taken : taken_)
            options.push_back(taken.option);
        auto work = scheduled(options, plan_.goal, weeks_of_horizon(loaded_.rulebook));
        for (std::size_t i = 0; i < taken_.size(); ++i)
            taken_[i].work = std::move(work[i]);
        std::stable_sort(taken_.begin(), taken_.end(), [](const Taken& a, const Taken& b) {
            return a.work.first_week < b.work.first_week;
        });
    }

    std::size_t next_of(std::size_t from, std::vector<Override> held) {
        const double before = total(held);
        std::size_t best = from;
        std::pair<bool, double> best_worth{false, -1e300};
        for (std::size_t i = from; i < taken_.size(); ++i) {
            held.push_back({taken_[i].instruction, taken_[i].option->value});
            const auto outcome = trial_->outcome(held);
            held.pop_back();
            const double minutes = std::max(taken_[i].option->cost.total_minutes, 1.0);
            const std::pair worth{outcome.cautions.empty(), (outcome.total - before) / minutes};
            if (worth <= best_worth) continue;
            best = i;
            best_worth = worth;
        }
        return best;
    }

    void add_steps() {
        std::vector<Override> held;
        double before = plan_.before;
        for (const auto& taken : taken_) {
            held.push_back({taken.instruction, taken.option->value});
            const double after = total(held);
            plan_.steps.push_back(step(taken, after - before, after));
            plan_.total_minutes += taken.option->cost.total_minutes;
            before = after;
        }
        const auto promised = trial_->bounded(held);
        plan_.after_low = promised.low;
        plan_.after_high = promised.high;
    }

    PlanStep step(const Taken& taken, double gain, double after) const {
        const auto& option = *taken.option;
        const auto& named = rules_[option.rule];
        const auto& type = type_of(option);
        const auto& display = named.rule->curve.display;
        PlanStep step;
        step.rule = named.name();
        step.title = named.rule->title.in(language_);
        step.text = text_of(option, gain).value_or("");
        step.set = step.rule + "=" + setting_text(option.value, type, display);
        if (option.from) step.now = value_text(*option.from, type, display, language_);
        step.then = value_text(option.value, type, display, language_);
        step.type = type;
        step.value = option.value;
        step.gain = gain;
        step.score_after = after;
        step.minutes = option.cost.minutes;
        step.per = option.cost.per;
        step.total_minutes = option.cost.total_minutes;
        step.first_week = taken.work.first_week;
        step.last_week = taken.work.last_week;
        step.reached_week = taken.work.reached_week;
        return step;
    }

    void add_weeks() {
        int last = plan_.steps.empty() ? 0 : plan_.goal.weeks;
        for (const auto& step : plan_.steps)
            last = std::max({last, step.reached_week, step.last_week});
        for (int week = 1; week <= last; ++week)
            plan_.weeks.push_back(week_of(week));
    }

    PlanWeek week_of(int week) {
        PlanWeek planned;
        planned.week = week;
        std::vector<Override> held;
        for (const auto& taken : taken_) {
            const auto at = static_cast<std::size_t>(week - 1);
            if (at < taken.work.minutes.size()) planned.minutes += taken.work.minutes[at];
            if (week >= taken.work.reached_week) {
                held.push_back({taken.instruction, taken.option->value});
            } else if (taken.option->window > 0) {
                held.push_back({taken.instruction, taken.option->risen(week)});
            }
        }
        const auto outcome = trial_->outcome(held);
        planned.score = outcome.total;
        for (const int c : outcome.cautions) {
            const auto& caution = loaded_.rulebook.cautions[static_cast<std::size_t>(c)];
            planned.cautions.emplace_back(caution.title.in(language_));
        }
        return planned;
    }

    const ScoredBatch& scored_;
    const LoadedRulebook& loaded_;
    std::size_t row_;
    std::string_view language_;
    std::vector<NamedRule> rules_;
    std::optional<PlanTrial> trial_;
    std::vector<Taken> taken_;
    Plan plan_;
};

}  // namespace

Plan make_plan(const ScoredBatch& scored, const PlanGoal& goal, std::string_view language) {
    return Planner(scored, 0, goal, language).make();
}

}  // namespace colonnade::engine
