// SPDX-License-Identifier: Apache-2.0
#include "engine/explain/tip_cost.hpp"

#include <algorithm>
#include <cmath>

#include "dsl/types/unit.hpp"

namespace colonnade::engine {
namespace {

using dsl::Curve;
using dsl::Effort;

// The first point beyond the target, as seen from there to `x`, that earns nothing; else the last.
double point_without_share(const std::vector<dsl::CurvePoint>& points, double target, double x) {
    double found = target;
    const auto look = [&](const dsl::CurvePoint& point) {
        const bool beyond = x < target ? point.at < target : point.at > target;
        if (!beyond) return false;
        found = point.at;
        return point.share == 0;
    };
    if (x < target) {
        (void)std::find_if(points.rbegin(), points.rend(), look);
    } else {
        (void)std::find_if(points.begin(), points.end(), look);
    }
    return found;
}

// Where somebody starts who has no points, on that side of the target where `x` lies. Below the
// first step there is nothing, of a moment nobody knows when that was; a normal distribution never
// ends, so there it is the value with a tenth of the points.
double start_without_points(const Curve& curve, const dsl::Type& type, double target, double x) {
    switch (curve.form) {
        case Curve::Form::Line:
        case Curve::Form::StepsDown:
            return point_without_share(curve.points, target, x);
        case Curve::Form::StepsUp:
            return type.is_moment() ? curve.points.front().at
                                    : std::min(0.0, curve.points.front().at);
        case Curve::Form::Half:
            return 0;
        case Curve::Form::LogNormal: {
            const auto typical = dsl::typical_values(curve);
            return x < target ? typical.front() : typical.back();
        }
    }
    return target;
}

double part_of_way(const dsl::Rule& rule, const dsl::Type& type, std::optional<double> from,
                   double to) {
    if (!from) return 1;
    const double target = dsl::target_from(rule.curve, *from);
    const double whole = std::abs(target - start_without_points(rule.curve, type, target, *from));
    return whole > 0 ? std::min(std::abs(to - *from) / whole, 1.0) : 1;
}

// In the unit in which the author wrote what is aimed at.
double things_between(double from, double to, const dsl::Type& type, const dsl::Display& display) {
    const double distance = std::abs(to - from);
    const double unit = dsl::seconds_in(display.unit);
    if (type.is(dsl::Kind::Duration) || type.is_moment()) return distance / unit;
    if (type.is(dsl::Kind::Rate)) return distance * unit * display.per;
    return type.is(dsl::Kind::Share) || display.as_share ? distance * 100 : distance;
}

}  // namespace

TipCost tip_cost(const dsl::Rule& rule, const dsl::Type& type, std::optional<double> from,
                 double to, double weeks) {
    TipCost cost{rule.effort.minutes, rule.effort.per, rule.effort.minutes};
    if (cost.per == Effort::Per::Each) {
        // Nothing is done by half.
        const double missing =
            from ? std::max(things_between(*from, to, type, rule.curve.display), 1.0) : 1;
        cost.total_minutes *= missing;
        return cost;
    }
    cost.minutes *= part_of_way(rule, type, from, to);
    cost.total_minutes = cost.per == Effort::Per::Week ? cost.minutes * weeks : cost.minutes;
    return cost;
}

double weeks_of_horizon(const dsl::Rulebook& rulebook) {
    return rulebook.horizon / dsl::seconds_in(dsl::Unit::Week);
}

}  // namespace colonnade::engine
