// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/plan/combinations.hpp"
#include "engine/plan/groups.hpp"
#include "engine/plan/trial.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::engine {
namespace {

// Sums of gains end a few bits beside what evaluation gives.
constexpr double TotalSlack = 1e-9;
// Further off they are no sums.
constexpr double NoSum = 1e-6;

// The least total that is shown as the target or more.
double least_total(double target) {
    return (std::ceil(target * 10 - TotalSlack) - 0.5) / 10;
}

double most_gain(const PlanFrontier& frontier) {
    return frontier.back().gain;
}

class Search {
public:
    Search(const ScoredBatch& scored, std::size_t row, const std::vector<PlanChoice>& choices,
           const PlanGoal& goal)
        : scored_(scored),
          row_(row),
          choices_(choices),
          goal_(goal),
          before_(scored.score(row).total.value_or(0)),
          trial_(scored, row, instructions(choices)) {}

    PlanSolution find() {
        if (auto solution = find_in(plan_groups(scored_, row_, choices_))) return *solution;
        // What they bring does not add up after all: then everything is looked at together.
        return find_in({one_plan_group(scored_, row_, choices_)}).value_or(PlanSolution{});
    }

private:
    static std::vector<int> instructions(const std::vector<PlanChoice>& choices) {
        std::vector<int> all;
        for (const auto& choice : choices)
            all.push_back(choice.instruction);
        return all;
    }

    // Nothing where evaluating all of it says something else.
    std::optional<PlanSolution> find_in(const std::vector<PlanGroup>& groups) {
        std::vector<PlanFrontier> found;
        std::vector<PlanFrontier> hoped;
        bool is_complete = true;
        for (const auto& group : groups) {
            auto frontier = evaluate_group(scored_, row_, choices_, group);
            is_complete = is_complete && frontier.is_complete;
            found.push_back(std::move(frontier.found));
            hoped.push_back(std::move(frontier.hoped));
        }
        double off = 0;
        const double needed = needed_gain(found);
        auto solution = best_of(sum_of_all(std::move(found), needed, off), needed);
        if (!solution) return std::nullopt;
        if (!is_complete || off > 0) tell_gap(*solution, std::move(hoped), off);
        return solution;
    }

    // What is asked for, or the most that can be had.
    double needed_gain(const std::vector<PlanFrontier>& frontiers) const {
        if (!goal_.target) return 0;
        double most = 0;
        for (const auto& frontier : frontiers)
            most += most_gain(frontier);
        return std::min(least_total(*goal_.target) - before_, most);
    }

    // Short ones first: what is left open then is least where there are most points.
    PlanFrontier sum_of_all(std::vector<PlanFrontier> frontiers, double needed, double& off) const {
        std::stable_sort(frontiers.begin(), frontiers.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
        double open = 0;
        for (const auto& frontier : frontiers)
            open += most_gain(frontier);
        PlanLimits limits{goal_.target ? minutes_of_a_way(frontiers, needed) : goal_.minutes, 0,
                          goal_.target.has_value()};
        limits.most_minutes += TotalSlack;
        PlanFrontier all{{}};
        for (auto& frontier : frontiers) {
            open -= most_gain(frontier);
            limits.least_gain = goal_.target ? needed - open - TotalSlack : -TotalSlack;
            all = sum_of(std::move(all), std::move(frontier), limits, off);
            if (all.empty()) break;
        }
        return all;
    }

    // Some way to the target: what takes longer is no answer.
    static double minutes_of_a_way(const std::vector<PlanFrontier>& frontiers, double needed) {
        std::vector<const PlanPoint*> wholes;
        for (const auto& frontier : frontiers)
            wholes.push_back(&frontier.back());
        std::stable_sort(wholes.begin(), wholes.end(), [](const auto* a, const auto* b) {
            return a->gain * b->minutes > b->gain * a->minutes;
        });
        double gain = 0;
        double minutes = 0;
        for (const auto* whole : wholes) {
            if (gain >= needed) break;
            gain += whole->gain;
            minutes += whole->minutes;
        }
        return minutes;
    }

    // The cheapest that is enough, else the one that gains most.
    std::optional<PlanSolution> best_of(const PlanFrontier& all, double needed) {
        if (all.empty()) return std::nullopt;
        if (!goal_.target) return evaluated(all.back());
        for (const auto& point : all) {
            if (point.gain < needed - TotalSlack && &point != &all.back()) continue;
            auto solution = evaluated(point);
            if (!solution || solution->is_reached || &point == &all.back()) return solution;
        }
        return std::nullopt;
    }

    std::optional<PlanSolution> evaluated(const PlanPoint& point) {
        const auto outcome = trial_.outcome(held_by(point.picks, choices_));
        const bool adds_up = std::abs(outcome.total - before_ - point.gain) < NoSum;
        if (!adds_up || !outcome.cautions.empty()) return std::nullopt;
        PlanSolution solution;
        solution.picks = point.picks;
        solution.minutes = point.minutes;
        solution.total = outcome.total;
        solution.is_reached = !goal_.target || reaches(outcome.total, *goal_.target);
        return solution;
    }

    void tell_gap(PlanSolution& solution, std::vector<PlanFrontier> hoped, double off) const {
        const bool saves_minutes = goal_.target && solution.is_reached;
        const double needed = saves_minutes ? solution_gain(solution) : needed_gain(hoped);
        const auto best = sum_of_all(std::move(hoped), needed, off);
        if (saves_minutes) {
            const auto first = std::find_if(best.begin(), best.end(), [&](const PlanPoint& point) {
                return point.gain >= least_total(*goal_.target) - before_ - TotalSlack;
            });
            const double least = first == best.end() ? solution.minutes : first->minutes;
            solution.minutes_off = std::max(0.0, solution.minutes - least + off);
        } else {
            const double most = best.empty() ? 0 : most_gain(best);
            solution.points_off =
                std::clamp(most - solution_gain(solution) + (goal_.target ? 0 : off), 0.0,
                           100 - solution.total);
        }
        solution.is_optimal =
            solution.minutes_off <= TotalSlack && solution.points_off <= TotalSlack;
    }

    double solution_gain(const PlanSolution& solution) const { return solution.total - before_; }

    const ScoredBatch& scored_;
    std::size_t row_;
    const std::vector<PlanChoice>& choices_;
    const PlanGoal& goal_;
    double before_;
    PlanTrial trial_;
};

}  // namespace

PlanSolution find_plan(const ScoredBatch& scored, std::size_t row,
                       const std::vector<PlanChoice>& choices, const PlanGoal& goal) {
    return Search(scored, row, choices, goal).find();
}

std::vector<Override> held_by(const PlanPicks& picks, const std::vector<PlanChoice>& choices) {
    std::vector<Override> held;
    for (std::size_t c = 0; c < choices.size(); ++c) {
        if (const auto pick = picks.at(c); pick > 0)
            held.push_back({choices[c].instruction, choices[c].options[pick - 1U].value});
    }
    return held;
}

bool reaches(double total, double target) {
    const Decimals shown(1);
    return static_cast<double>(shown.units(total)) >= target * 10 - TotalSlack;
}

}  // namespace colonnade::engine
