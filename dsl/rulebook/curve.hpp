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
    };
    Form form = Form::Line;
    std::vector<CurvePoint> points;  // ascending
    double half = 0;
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

// The value nearest to x from which nothing more is to be won; x itself where it is there already.
[[nodiscard]] double target_from(const Curve& curve, double x);

}  // namespace colonnade::dsl
