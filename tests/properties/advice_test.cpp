// SPDX-License-Identifier: Apache-2.0
// Any rulebook on any profile: a tip gains what it promises and raises no caution, and a plan is
// the best there is, found by trying every combination the long way.
#include <rapidcheck/catch.h>

#include <cmath>

#include "engine/plan/choice.hpp"
#include "engine/plan/plan.hpp"
#include "engine/plan/search.hpp"
#include "engine/whatif/settings.hpp"
#include "tests/properties/dice.hpp"
#include "tests/properties/random_profile.hpp"
#include "tests/properties/random_rulebook.hpp"
#include "tests/support/world.hpp"

using namespace colonnade;
using namespace colonnade::tests;

namespace {

constexpr double Slack = 1e-6;
// Combinations that are tried the long way.
constexpr std::size_t MostTried = 300;

struct Case {
    std::string text = random_rulebook();
    std::unique_ptr<Book> book = read_everything(text);
    PlainProfile profile = random_profile(90);
    engine::Batch batch = batch_of(*book, {to_json(profile, everything())});
    ColumnFunctions functions;
    engine::ScoredBatch scored{book->loaded, batch, functions};

    [[nodiscard]] double total() const { return scored.score(0).total.value_or(0); }
    [[nodiscard]] std::string told() const { return text + to_json(profile, everything()); }
    [[nodiscard]] std::vector<bool> raised(const engine::ScoredBatch& by) const {
        std::vector<bool> all;
        for (const int caution : book->loaded.program.cautions)
            all.push_back(engine::is_raised(by.evaluator(), caution, 0));
        return all;
    }
};

// The total if these were so, scored from the beginning; nothing where that raises a caution.
std::optional<double> tried(Case& c, const std::vector<engine::Override>& held) {
    const engine::ScoredBatch scored(c.book->loaded, c.batch, c.functions, held);
    const auto before = c.raised(c.scored);
    const auto after = c.raised(scored);
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (after[i] && !before[i]) return std::nullopt;
    }
    return scored.score(0).total.value_or(0);
}

engine::Settings read_back(const Case& c, const std::vector<engine::SettingText>& texts) {
    dsl::Diagnostics diagnostics;
    auto settings = engine::read_settings(texts, c.book->loaded, diagnostics);
    if (diagnostics.has_errors())
        RC_FAIL(c.told() + "\n" + texts.front().name + "=" + texts.front().value +
                " does not read back: " + diagnostics.sorted().front().message);
    return settings;
}

// Every combination of options, one after the other.
struct Combination {
    double minutes = 0;
    std::vector<engine::Override> held;
};

std::vector<Combination> all_combinations(const std::vector<engine::PlanChoice>& choices) {
    std::vector<Combination> all{{}};
    for (const auto& choice : choices) {
        const auto before = all;
        for (const auto& option : choice.options) {
            for (auto combination : before) {
                combination.minutes += option.cost.total_minutes;
                combination.held.push_back({choice.instruction, option.value});
                all.push_back(std::move(combination));
            }
        }
    }
    return all;
}

std::size_t count_of(const std::vector<engine::PlanChoice>& choices) {
    std::size_t count = 1;
    for (const auto& choice : choices)
        count = std::min<std::size_t>(count * (choice.options.size() + 1), 1'000'000);
    return count;
}

struct Best {
    std::optional<double> minutes;  // of the shortest that reaches the target
    double total = 0;               // the most that any reaches, in the minutes if there are some
    double least_minutes = 0;       // of those that reach as much
};

Best best_of(Case& c, const engine::PlanGoal& goal,
             const std::vector<engine::PlanChoice>& choices) {
    Best best;
    best.total = c.total();
    for (const auto& combination : all_combinations(choices)) {
        if (!goal.target && combination.minutes > goal.minutes + Slack) continue;
        const auto total = tried(c, combination.held);
        if (!total) continue;
        if (goal.target && engine::reaches(*total, *goal.target))
            best.minutes = std::min(best.minutes.value_or(1e300), combination.minutes);
        const bool is_as_good = std::abs(*total - best.total) <= Slack / 100;
        if (*total > best.total && !is_as_good) {
            best.total = *total;
            best.least_minutes = combination.minutes;
        } else if (is_as_good) {
            best.least_minutes = std::min(best.least_minutes, combination.minutes);
        }
    }
    return best;
}

engine::PlanGoal random_goal(double total) {
    engine::PlanGoal goal;
    if (chance(50)) {
        goal.target = std::min(100.0, std::ceil(total) + below(40));
        return goal;
    }
    goal.minutes = one_of(std::vector<double>{1, 10, 60, 200, 500, 5000});
    if (chance(50)) goal.weeks = between(1, 20);
    return goal;
}

void check_plan(Case& c, const engine::PlanGoal& goal, const engine::Plan& plan) {
    const auto choices = engine::plan_choices(c.scored, 0, goal);
    if (count_of(choices) > MostTried) return;
    const auto best = best_of(c, goal, choices);
    if (!plan.is_optimal) RC_FAIL(c.told() + "\nstopped early");
    const auto said = "\nplanned " + std::to_string(plan.after) + " in " +
                      std::to_string(plan.total_minutes) + ", best " + std::to_string(best.total);
    if (goal.target && best.minutes) {
        if (!plan.is_reached || std::abs(plan.total_minutes - *best.minutes) > Slack)
            RC_FAIL(c.told() + said + " for " + std::to_string(*goal.target) + " in " +
                    std::to_string(*best.minutes));
        return;
    }
    if (goal.target && plan.is_reached) RC_FAIL(c.told() + "\ncannot be reached");
    if (std::abs(plan.after - best.total) > Slack ||
        plan.total_minutes > best.least_minutes + Slack)
        RC_FAIL(c.told() + said + " in " + std::to_string(best.least_minutes));
}

void check_promise(Case& c, const engine::Plan& plan) {
    std::vector<engine::SettingText> texts;
    double gains = 0;
    for (const auto& step : plan.steps) {
        const auto equals = step.set.find('=');
        texts.push_back({step.set.substr(0, equals), step.set.substr(equals + 1)});
        gains += step.gain;
    }
    const auto settings = read_back(c, texts);
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        if (settings.held.at(i).value != plan.steps[i].value)
            RC_FAIL(c.told() + "\n" + plan.steps[i].set + " is another double");
    }
    const auto total = tried(c, settings.held);
    if (!total) RC_FAIL(c.told() + "\na plan raises a caution");
    if (*total != plan.after) RC_FAIL(c.told() + "\nwhatif says " + std::to_string(*total));
    if (std::abs(gains - (plan.after - plan.before)) > Slack)
        RC_FAIL(c.told() + "\ngains do not add up");
}

void check_weeks(const Case& c, const engine::PlanGoal& goal, const engine::Plan& plan) {
    double minutes = 0;
    for (const auto& week : plan.weeks) {
        minutes += week.minutes;
        const bool is_too_much = goal.weeks > 0 && week.minutes > goal.minutes / goal.weeks + Slack;
        if (is_too_much) RC_FAIL(c.told() + "\ntoo much work in a week");
    }
    if (plan.weeks.empty() != plan.steps.empty()) RC_FAIL(c.told() + "\nweeks without steps");
    if (plan.weeks.empty()) return;
    if (std::abs(plan.weeks.back().score - plan.after) > Slack)
        RC_FAIL(c.told() + "\nthe last week does not keep the promise");
    if (goal.weeks > 0 && std::abs(minutes - plan.total_minutes) > Slack)
        RC_FAIL(c.told() + "\nwork of " + std::to_string(minutes) + " for " +
                std::to_string(plan.total_minutes));
}

}  // namespace

TEST_CASE("a measure moved to its target gains what the tip promises", "[properties]") {
    rc::prop("to the last bit, and no caution comes of it", [] {
        Case c;
        const auto& loaded = c.book->loaded;
        std::size_t index = 0;
        const auto tips = engine::advise(c.scored, 0, "en");
        for (const auto& pillar : loaded.rulebook.pillars) {
            for (const auto& rule : pillar.rules) {
                const int measure = loaded.program.rules[index++].measure;
                for (const auto& tip : tips) {
                    if (tip.rule != pillar.id + "." + rule.id || !tip.gain) continue;
                    const auto& slot = c.scored.evaluator().slot(measure);
                    const double target = slot.known[0] != 0
                                              ? dsl::target_from(rule.curve, slot.value[0])
                                              : dsl::nearest_edge(rule.curve);
                    const auto total = tried(c, {{measure, target}});
                    if (!total) RC_FAIL(c.told() + "\na tip raises a caution");
                    if (*total != tip.score_after || *tip.gain != *total - c.total() ||
                        *tip.gain <= 0)
                        RC_FAIL(c.told() + "\n" + tip.rule + " gives " + std::to_string(*total));
                }
            }
        }
    });
}

TEST_CASE("no plan is better", "[properties]") {
    rc::prop("and whatif gives what it promises", [] {
        Case c;
        if (!c.scored.score(0).total) return;
        const auto goal = random_goal(c.total());
        const auto plan = engine::make_plan(c.scored, goal, "en");
        check_promise(c, plan);
        check_plan(c, goal, plan);
        check_weeks(c, goal, plan);
    });
}
