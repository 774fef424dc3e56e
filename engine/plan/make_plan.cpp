// SPDX-License-Identifier: Apache-2.0
// From the chosen options to steps, weeks and what each brings; then all of it told in a language.
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
    double before = 0;  // the total with all that is taken before it
    double after = 0;   // and with it
};

class Planner {
public:
    Planner(const ScoredBatch& scored, std::size_t row, const PlanGoal& goal)
        : scored_(scored), loaded_(scored.loaded()), row_(row) {
        plan_.goal = goal;
        plan_.before = plan_.after = scored.score(row).total.value_or(0);
        for (const auto& pillar : loaded_.rulebook.pillars) {
            for (const auto& rule : pillar.rules)
                rules_.push_back({&pillar, &rule});
        }
    }

    void choose() {
        choices_ = plan_choices(scored_, row_, plan_.goal);
        drop_speechless();
        std::vector<int> free;
        for (const auto& choice : choices_)
            free.push_back(choice.instruction);
        trial_.emplace(scored_, row_, free);
        keep_best();
        const auto solution = find_plan(scored_, row_, choices_, plan_.goal);
        plan_.after = solution.total;
        plan_.is_reached = solution.is_reached;
        plan_.is_optimal = solution.is_optimal;
        plan_.points_off = solution.points_off;
        plan_.minutes_off = solution.minutes_off;
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            if (const auto pick = solution.picks.at(c); pick > 0)
                taken_.push_back({choices_[c].instruction, &choices_[c].options[pick - 1U]});
        }
        arrange();
        weigh();
        add_weeks();
    }

    // What was chosen.
    Plan told_in(std::string_view language) const {
        auto plan = plan_;
        for (const auto& taken : taken_)
            plan.steps.push_back(step(taken, language));
        for (std::size_t w = 0; w < plan.weeks.size(); ++w) {
            for (const int c : cautions_[w]) {
                const auto& caution = loaded_.rulebook.cautions[static_cast<std::size_t>(c)];
                plan.weeks[w].cautions.emplace_back(caution.title.in(language));
            }
        }
        plan.find_out = find_out(language);
        return plan;
    }

private:
    // A rule without a tip is nothing that anybody can do something about.
    std::vector<PlanQuestion> find_out(std::string_view language) const {
        std::vector<PlanQuestion> questions;
        for (std::size_t r = 0; r < rules_.size(); ++r) {
            const auto& score = scored_.score(row_).rules[r];
            if (score.status != Status::Unknown || rules_[r].rule->tip.empty()) continue;
            PlanQuestion question{
                rules_[r].name(), std::string(rules_[r].rule->title.in(language)), score.worth, {}};
            for (const int fact : unknown_facts_of(scored_, r, row_))
                question.needs.push_back(
                    loaded_.catalogue.facts[static_cast<std::size_t>(fact)].name);
            if (!question.needs.empty()) questions.push_back(std::move(question));
        }
        std::stable_sort(questions.begin(), questions.end(),
                         [](const auto& a, const auto& b) { return a.worth > b.worth; });
        return questions;
    }

    const dsl::Type& type_of(const PlanOption& option) const {
        return loaded_.program.at(loaded_.program.rules[option.rule].measure).type;
    }

    std::optional<std::string> text_of(const PlanOption& option, double gain,
                                       std::string_view language) const {
        const auto& rule = *rules_[option.rule].rule;
        Filling filling{scored_,    row_, language,          &rule, &type_of(option), option.from,
                        option.aim, gain, rule.curve.display};
        filling.is_on_the_way = option.is_on_the_way;
        return fill(rule.tip, filling);
    }

    // A tip whose text speaks of something unknown is none, in whichever language: a plan has the
    // same steps in all of them.
    bool is_speechless(const PlanOption& option) const {
        const auto& languages = loaded_.rulebook.languages;
        return std::any_of(languages.begin(), languages.end(),
                           [&](const auto& language) { return !text_of(option, 0, language); });
    }

    void drop_speechless() {
        for (auto& choice : choices_) {
            std::erase_if(choice.options,
                          [&](const PlanOption& option) { return is_speechless(option); });
        }
        std::erase_if(choices_, [](const PlanChoice& choice) { return choice.options.empty(); });
    }

    // Those that gain most for the effort alone, in the order of the rulebook.
    void keep_best() {
        if (choices_.size() <= MostPlanTips) return;
        plan_.left_out = choices_.size() - MostPlanTips;
        std::vector<std::pair<double, std::size_t>> ranked;
        for (std::size_t c = 0; c < choices_.size(); ++c)
            ranked.emplace_back(-worth_of(choices_[c]), c);
        std::sort(ranked.begin(), ranked.end());
        ranked.resize(MostPlanTips);
        std::sort(ranked.begin(), ranked.end(),
                  [](const auto& a, const auto& b) { return a.second < b.second; });
        std::vector<PlanChoice> best;
        for (const auto& [worth, c] : ranked)
            best.push_back(std::move(choices_[c]));
        choices_ = std::move(best);
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

    // What each brings on top of those before it.
    void weigh() {
        std::vector<Override> held;
        double before = plan_.before;
        for (auto& taken : taken_) {
            held.push_back({taken.instruction, taken.option->value});
            taken.after = total(held);
            taken.before = before;
            plan_.total_minutes += taken.option->cost.total_minutes;
            before = taken.after;
        }
        const auto promised = trial_->bounded(held);
        plan_.after_low = promised.low;
        plan_.after_high = promised.high;
    }

    PlanStep step(const Taken& taken, std::string_view language) const {
        const auto& option = *taken.option;
        const auto& named = rules_[option.rule];
        const auto& type = type_of(option);
        const auto& display = named.rule->curve.display;
        PlanStep step;
        step.rule = named.name();
        step.title = named.rule->title.in(language);
        step.text = text_of(option, shown_gain(taken.before, taken.after), language).value_or("");
        step.set = step.rule + "=" + setting_text(option.value, type, display);
        if (option.from) step.now = value_text(*option.from, type, display, language);
        step.then = value_text(option.value, type, display, language);
        step.type = type;
        step.value = option.value;
        step.gain = taken.after - taken.before;
        step.score_after = taken.after;
        step.minutes = option.cost.minutes;
        step.per = option.cost.per;
        step.total_minutes = option.cost.total_minutes;
        step.first_week = taken.work.first_week;
        step.last_week = taken.work.last_week;
        step.reached_week = taken.work.reached_week;
        return step;
    }

    void add_weeks() {
        int last = taken_.empty() ? 0 : plan_.goal.weeks;
        for (const auto& taken : taken_)
            last = std::max({last, taken.work.reached_week, taken.work.last_week});
        for (int week = 1; week <= last; ++week)
            add_week(week);
    }

    void add_week(int week) {
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
        auto outcome = trial_->outcome(held);
        planned.score = outcome.total;
        plan_.weeks.push_back(std::move(planned));
        cautions_.push_back(std::move(outcome.cautions));
    }

    const ScoredBatch& scored_;
    const LoadedRulebook& loaded_;
    std::size_t row_;
    std::vector<NamedRule> rules_;
    std::vector<PlanChoice> choices_;
    std::optional<PlanTrial> trial_;
    std::vector<Taken> taken_;
    std::vector<std::vector<int>> cautions_;  // raised in each week, by index
    Plan plan_;                               // as far as it needs no language
};

}  // namespace

Plan make_plan(const ScoredBatch& scored, const PlanGoal& goal, std::string_view language) {
    return std::move(make_plans(scored, goal, {std::string(language)}).front());
}

std::vector<Plan> make_plans(const ScoredBatch& scored, const PlanGoal& goal,
                             const std::vector<std::string>& languages) {
    Planner planner(scored, 0, goal);
    planner.choose();
    std::vector<Plan> plans;
    for (const auto& language : languages)
        plans.push_back(planner.told_in(language));
    return plans;
}

}  // namespace colonnade::engine
