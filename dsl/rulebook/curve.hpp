// SPDX-License-Identifier: Apache-2.0
// How a measure becomes a share of a rule's points.
#pragma once

#include <vector>

#include "dsl/types/catalogue.hpp"
#include "dsl/types/unit.hpp"

namespace colonnade::dsl {

// How a measure is written for people: in the unit that the author used.
struct Display {
    Unit unit = Unit::Day;
    bool has_unit = false;  // else the unit is chosen by size
    double per = 1;         // of rates: the 2 of `1 per 2 weeks`
    bool as_share = false;  // a number that the author compares with shares
};

struct CurvePoint {
    double at = 0;     // in the base unit of the measure's kind
    double share = 0;  // 0..1
};

struct Curve {
    enum class Form {
        Line,       // straight lines between the points, flat outside
        StepsUp,    // the share of the last point at or below x, else 0
        StepsDown,  // the share of the first point at or above x, else 0
        Half,       // max(x, 0) / (max(x, 0) + half)
        LogNormal,  // 50% at the median, 90% at p10; below 0 what it tends to at 0
    };
    Form form = Form::Line;
    std::vector<CurvePoint> points;  // ascending
    double half = 0;
    double median = 1;  // of LogNormal; above 0, and so is p10
    double p10 = 1;
    Bounds best;  // where nothing more is to be won; its nearer edge is the target
    Display display;
};

[[nodiscard]] double share_at(const Curve& curve, double x);

struct ShareRange {
    double low = 0;
    double high = 1;
};

// The least and greatest share that the curve takes for x in [low, high].
[[nodiscard]] ShareRange shares_between(const Curve& curve, double low, double high);

// True where a greater x never gives a smaller share, or never a greater one.
[[nodiscard]] bool never_falls(const Curve& curve);
[[nodiscard]] bool never_rises(const Curve& curve);

// Of a log-normal curve: where it gives 10%, 50% and 90%, in rising order of the values.
[[nodiscard]] std::vector<double> typical_values(const Curve& curve);

// The target where x is not known: the edge that begins what cannot be bettered.
[[nodiscard]] double nearest_edge(const Curve& curve);

// The value nearest to x from which nothing more is to be won; x itself where it is there already.
[[nodiscard]] double target_from(const Curve& curve, double x);

}  // namespace colonnade::dsl
