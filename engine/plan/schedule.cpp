// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/schedule.hpp"

#include <algorithm>
#include <cmath>

namespace colonnade::engine {
namespace {

// Minutes that are left of a week after sums of fractions.
constexpr double WeekSlack = 1e-6;

int whole_weeks(double weeks) {
    return static_cast<int>(std::clamp(std::ceil(weeks - WeekSlack), 1.0, double{MostPlanWeeks}));
}

PlannedWork every_week(const PlanOption& option, const PlanGoal& goal, double horizon) {
    const int window = whole_weeks(option.window);
    PlannedWork work;
    work.last_week = option.cost.per == dsl::Effort::Per::Week ? whole_weeks(horizon) : window;
    if (goal.weeks > 0) work.last_week = goal.weeks;
    work.reached_week = option.window > 0 ? window : work.last_week;
    if (goal.weeks > 0) work.reached_week = std::min(work.reached_week, goal.weeks);
    work.minutes.assign(static_cast<std::size_t>(work.last_week),
                        option.cost.total_minutes / work.last_week);
    return work;
}

class Hours {
public:
    Hours(const PlanGoal& goal, double every_week)
        : left_(goal.weeks > 0 ? goal.minutes / goal.weeks - every_week : 0),
          weeks_(goal.weeks),
          left_this_week_(left_) {}

    // In the first hours that are free; in the first week where nobody counts the weeks.
    PlannedWork take(double minutes) {
        PlannedWork work;
        if (weeks_ == 0) {
            work.minutes = {minutes};
            return work;
        }
        if (left_this_week_ <= WeekSlack) next_week();
        work.first_week = week_;
        while (minutes > left_this_week_ + WeekSlack && week_ < weeks_) {
            add(work, left_this_week_);
            minutes -= left_this_week_;
            next_week();
        }
        add(work, minutes);
        left_this_week_ -= minutes;
        work.last_week = work.reached_week = week_;
        return work;
    }

private:
    void next_week() {
        if (week_ == weeks_) return;
        ++week_;
        left_this_week_ = left_;
    }
    void add(PlannedWork& work, double minutes) const {
        work.minutes.resize(static_cast<std::size_t>(week_), 0);
        work.minutes.back() += minutes;
    }

    double left_;
    int weeks_;
    double left_this_week_;
    int week_ = 1;
};

}  // namespace

std::vector<PlannedWork> scheduled(std::span<const PlanOption* const> options, const PlanGoal& goal,
                                   double horizon) {
    double weekly = 0;
    std::vector<PlannedWork> work(options.size());
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (!options[i]->is_rhythm()) continue;
        work[i] = every_week(*options[i], goal, horizon);
        weekly += work[i].minutes.front();
    }
    Hours hours(goal, weekly);
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (!options[i]->is_rhythm()) work[i] = hours.take(options[i]->cost.total_minutes);
    }
    return work;
}

}  // namespace colonnade::engine
