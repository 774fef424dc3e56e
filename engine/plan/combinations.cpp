// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/combinations.hpp"

#include <algorithm>
#include <limits>

#include "engine/plan/search.hpp"
#include "engine/plan/trial.hpp"

namespace colonnade::engine {
namespace {

class Combinations {
public:
    Combinations(const ScoredBatch& scored, std::size_t row, const std::vector<PlanChoice>& choices,
                 const PlanGroup& group)
        : choices_(choices),
          group_(group),
          before_(scored.score(row).total.value_or(0)),
          trial_(scored, row, instructions(choices, group)) {}

    GroupFrontier evaluate() {
        GroupFrontier frontier;
        const auto looked_at = choices_that_fit();
        frontier.is_complete = looked_at.size() == group_.choices.size();
        PlanPicks picks{};
        std::vector<PlanPoint> points;
        do {
            if (const auto gain = gain_of(picks)) points.push_back({minutes(picks), *gain, picks});
        } while (advance(picks, looked_at));
        frontier.found = pareto(std::move(points));
        frontier.hoped = frontier.found;
        if (!frontier.is_complete) {
            frontier.hoped.push_back({least_minutes(), group_.most_gain, {}});
            frontier.hoped = pareto(std::move(frontier.hoped));
        }
        return frontier;
    }

private:
    static std::vector<int> instructions(const std::vector<PlanChoice>& choices,
                                         const PlanGroup& group) {
        std::vector<int> all;
        for (const auto c : group.choices)
            all.push_back(choices[c].instruction);
        return all;
    }

    // Nothing where it raises a caution.
    std::optional<double> gain_of(const PlanPicks& picks) {
        const auto outcome = trial_.outcome(held_by(picks, choices_));
        if (!outcome.cautions.empty()) return std::nullopt;
        return outcome.total - before_;
    }

    double minutes(const PlanPicks& picks) const {
        double sum = 0;
        for (const auto c : group_.choices) {
            if (const auto pick = picks.at(c); pick > 0)
                sum += choices_[c].options[pick - 1U].cost.total_minutes;
        }
        return sum;
    }

    double least_minutes() const {
        double least = std::numeric_limits<double>::infinity();
        for (const auto c : group_.choices) {
            for (const auto& option : choices_[c].options)
                least = std::min(least, option.cost.total_minutes);
        }
        return least;
    }

    // Those that gain most for the effort, as many as may be combined.
    std::vector<std::size_t> choices_that_fit() {
        std::size_t combinations = 1;
        for (const auto c : group_.choices)
            combinations =
                std::min(combinations * (choices_[c].options.size() + 1), MostPlanCombinations + 1);
        if (combinations <= MostPlanCombinations) return group_.choices;
        auto ranked = group_.choices;
        std::vector<double> worth(choices_.size(), 0);
        for (const auto c : ranked)
            worth[c] = gain_for_effort(c);
        std::stable_sort(ranked.begin(), ranked.end(),
                         [&](auto a, auto b) { return worth[a] > worth[b]; });
        combinations = 1;
        std::vector<std::size_t> fitting;
        for (const auto c : ranked) {
            const auto more = choices_[c].options.size() + 1;
            if (more > MostPlanCombinations / combinations) continue;
            combinations *= more;
            fitting.push_back(c);
        }
        return fitting;
    }

    // Of the whole way, alone.
    double gain_for_effort(std::size_t choice) {
        const auto& options = choices_[choice].options;
        const auto& whole = options.back();
        const auto outcome =
            trial_.outcome(std::vector<Override>{{choices_[choice].instruction, whole.value}});
        return (outcome.total - before_) / std::max(whole.cost.total_minutes, 1.0);
    }

    // The next combination, or false after the last one.
    bool advance(PlanPicks& picks, const std::vector<std::size_t>& looked_at) const {
        for (const auto c : looked_at) {
            if (picks.at(c) < choices_[c].options.size()) {
                ++picks.at(c);
                return true;
            }
            picks.at(c) = 0;
        }
        return false;
    }

    const std::vector<PlanChoice>& choices_;
    const PlanGroup& group_;
    double before_;
    PlanTrial trial_;
};

}  // namespace

GroupFrontier evaluate_group(const ScoredBatch& scored, std::size_t row,
                             const std::vector<PlanChoice>& choices, const PlanGroup& group) {
    return Combinations(scored, row, choices, group).evaluate();
}

}  // namespace colonnade::engine
