// SPDX-License-Identifier: Apache-2.0
#include "engine/cohort/people.hpp"

#include <cmath>

namespace colonnade::engine {
namespace {

void add_points(Points& points, double value) {
    ++points.members;
    points.units += static_cast<std::uint64_t>(std::llround(value * PointUnits));
}

void add_points(Points& points, const Points& other) {
    points.members += other.members;
    points.units += other.units;
}

}  // namespace

std::optional<double> Points::average() const {
    if (members == 0) return {};
    return static_cast<double>(units) / PointUnits / static_cast<double>(members);
}

void People::add(const ScoreColumns& scores, std::size_t row) {
    pillars.resize(scores.pillars.size());
    ++totals.at(total_bin(scores.total[row]));
    add_points(total, scores.total[row]);
    for (std::size_t p = 0; p < pillars.size(); ++p) {
        const auto& pillar = scores.pillars[p];
        if (pillar.assessed[row] != 0) add_points(pillars[p], pillar.points[row]);
    }
}

void People::add(const People& other) {
    pillars.resize(std::max(pillars.size(), other.pillars.size()));
    for (std::size_t i = 0; i < totals.size(); ++i)
        totals.at(i) += other.totals.at(i);
    add_points(total, other.total);
    for (std::size_t p = 0; p < other.pillars.size(); ++p)
        add_points(pillars[p], other.pillars[p]);
}

}  // namespace colonnade::engine
