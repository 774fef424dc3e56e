// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/frontier.hpp"

#include <algorithm>
#include <tuple>

namespace colonnade::engine {
namespace {

// The last bits of sums, which say nothing.
constexpr double Slack = 1e-11;

PlanPoint both(const PlanPoint& a, const PlanPoint& b) {
    PlanPoint sum{a.minutes + b.minutes, a.gain + b.gain, a.picks};
    for (std::size_t c = 0; c < sum.picks.size(); ++c) {
        if (b.picks.at(c) != 0) sum.picks.at(c) = b.picks.at(c);
    }
    return sum;
}

// Each point that is left out has one that is at most `step` worse: as cheap, and with less gain.
PlanFrontier without_small_gains(const PlanFrontier& all, double step) {
    PlanFrontier kept;
    for (const auto& point : all) {
        if (kept.empty() || point.gain >= kept.back().gain + step) kept.push_back(point);
    }
    return kept;
}

// The same with more minutes, and as much gain.
PlanFrontier without_small_savings(const PlanFrontier& all, double step) {
    PlanFrontier kept;
    for (auto point = all.rbegin(); point != all.rend(); ++point) {
        if (kept.empty() || point->minutes <= kept.back().minutes - step) kept.push_back(*point);
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

// To about half of `most`, where there are more.
PlanFrontier thinned(PlanFrontier all, std::size_t most, bool saves_minutes, double& off) {
    if (all.size() <= most) return all;
    const auto& first = all.front();
    const auto& last = all.back();
    const double step = (saves_minutes ? last.minutes - first.minutes : last.gain - first.gain) /
                        static_cast<double>(most / 2);
    off += step;
    return saves_minutes ? without_small_savings(all, step) : without_small_gains(all, step);
}

}  // namespace

PlanFrontier pareto(std::vector<PlanPoint> points) {
    std::sort(points.begin(), points.end(), [](const PlanPoint& a, const PlanPoint& b) {
        return std::tie(a.minutes, b.gain, a.picks) < std::tie(b.minutes, a.gain, b.picks);
    });
    PlanFrontier best;
    for (const auto& point : points) {
        if (best.empty() || point.gain > best.back().gain + Slack) best.push_back(point);
    }
    return best;
}

PlanFrontier sum_of(PlanFrontier a, PlanFrontier b, const PlanLimits& limits, double& off) {
    a = thinned(std::move(a), MostPlanPoints, limits.saves_minutes, off);
    b = thinned(std::move(b), MostPlanSums / a.size(), limits.saves_minutes, off);
    std::vector<PlanPoint> sums;
    for (const auto& x : a) {
        for (const auto& y : b) {
            if (x.minutes + y.minutes <= limits.most_minutes &&
                x.gain + y.gain >= limits.least_gain)
                sums.push_back(both(x, y));
        }
    }
    return pareto(std::move(sums));
}

}  // namespace colonnade::engine
