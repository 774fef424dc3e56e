// SPDX-License-Identifier: Apache-2.0
// What to do, in which week, and what that brings: the result of planning for one profile, in one
// language. Every number is exact until somebody rounds it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dsl/expr/parse.hpp"
#include "engine/explain/scored_batch.hpp"

namespace colonnade::engine {

// So many rules are looked at, those first that gain most for the effort; a plan says when there
// are more. Nobody changes more at once, and the search stays a matter of milliseconds.
inline constexpr std::size_t MostPlanTips = 32;

// What a plan is for: the least effort for a score, or the most points for the time.
struct PlanGoal {
    std::optional<double> target;  // points of the total, as shown with one decimal; or
    double minutes = 0;            // in all
    int weeks = 0;                 // that the minutes are for, or 0: no matter how long it takes
};

struct PlanStep {
    std::string rule;  // `pillar.rule`
    std::string title;
    std::string text;  // of the tip
    std::string set;   // `pillar.rule=2 per week`, for `whatif --set`; reads back to `value`
    std::string now;   // the measure today, for people
    std::string then;  // what is counted on, for people
    dsl::Type type;    // of both
    double value = 0;  // the same, in the base unit of its kind
    double gain = 0;   // on top of the steps before it
    double score_after = 0;
    double minutes = 0;  // once, a week, or for each thing that is missing
    dsl::Effort::Per per = dsl::Effort::Per::Once;
    double total_minutes = 0;  // in the plan
    int first_week = 1;        // of the work
    int last_week = 1;
    int reached_week = 1;  // at whose end `value` is reached
};

// What is expected at the end of a week.
struct PlanWeek {
    int week = 1;
    double minutes = 0;
    double score = 0;
    std::vector<std::string> cautions;  // titles of new ones that pass by the last week
};

// Worth knowing before planning: nobody can say yet how far it is.
struct PlanQuestion {
    std::string rule;  // `pillar.rule`
    std::string title;
    double worth = 0;                // points
    std::vector<std::string> needs;  // names of unknown facts
};

struct Plan {
    PlanGoal goal;
    double before = 0;            // the total today
    double after = 0;             // the promise: what `whatif` says of all the steps
    double after_low = 0;         // and what is sure of it,
    double after_high = 0;        // whatever the unknown facts are
    bool is_reached = true;       // the target, as shown
    std::vector<PlanStep> steps;  // in the order of work
    std::vector<PlanWeek> weeks;  // up to the one in which everything is reached
    double total_minutes = 0;     // of all steps
    std::size_t left_out = 0;     // rules that were not looked at, beyond MostPlanTips
    bool is_optimal = true;       // no other choice of steps is better; else it is at most
    double points_off = 0;        // so many points better, or
    double minutes_off = 0;       // so many minutes shorter
    std::vector<PlanQuestion> find_out;
};

// Of the only profile of the batch. Precondition: it has a total.
[[nodiscard]] Plan make_plan(const ScoredBatch& scored, const PlanGoal& goal,
                             std::string_view language);
// The same plan in each of these languages.
[[nodiscard]] std::vector<Plan> make_plans(const ScoredBatch& scored, const PlanGoal& goal,
                                           const std::vector<std::string>& languages);

}  // namespace colonnade::engine
