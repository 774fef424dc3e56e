// SPDX-License-Identifier: Apache-2.0
#include "dsl/rulebook/curve.hpp"

#include <algorithm>
#include <cmath>
#include <colonnade/sdk/normal.hpp>

namespace colonnade::dsl {
namespace {

double line_at(const std::vector<CurvePoint>& points, double x) {
    if (x <= points.front().at) return points.front().share;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto& a = points[i - 1];
        const auto& b = points[i];
        if (x > b.at) continue;
        // At a point exactly its share, and before it none beyond, whatever the rounding of the
        // slope.
        if (x == b.at) return b.share;
        const double slope = (b.share - a.share) / (b.at - a.at);
        const double share = a.share + slope * (x - a.at);
        return slope < 0 ? std::max(share, b.share) : std::min(share, b.share);
    }
    return points.back().share;
}

double steps_up_at(const std::vector<CurvePoint>& points, double x) {
    double share = 0;
    for (const auto& point : points) {
        if (x >= point.at) share = point.share;
    }
    return share;
}

double steps_down_at(const std::vector<CurvePoint>& points, double x) {
    for (const auto& point : points) {
        if (x <= point.at) return point.share;
    }
    return 0;
}

double half_at(double half, double x) {
    const double above = std::max(x, 0.0);
    return std::isinf(above) ? 1.0 : above / (above + half);
}

// Standard deviations from the median of a normal distribution to its best tenth.
constexpr double ToBestTenth = 1.2815515655446004;

double log_normal_at(double median, double p10, double x) {
    if (x <= 0) return p10 < median ? 1 : 0;
    const double sigma = (sdk::ln(median) - sdk::ln(p10)) / ToBestTenth;
    return sdk::phi((sdk::ln(median) - sdk::ln(x)) / sigma);
}

}  // namespace

double share_at(const Curve& curve, double x) {
    switch (curve.form) {
        case Curve::Form::Line:
            return line_at(curve.points, x);
        case Curve::Form::StepsUp:
            return steps_up_at(curve.points, x);
        case Curve::Form::StepsDown:
            return steps_down_at(curve.points, x);
        case Curve::Form::Half:
            return half_at(curve.half, x);
        case Curve::Form::LogNormal:
            return log_normal_at(curve.median, curve.p10, x);
    }
    return 0;
}

ShareRange shares_between(const Curve& curve, double low, double high) {
    const double at_low = share_at(curve, low);
    const double at_high = share_at(curve, high);
    ShareRange range{std::min(at_low, at_high), std::max(at_low, at_high)};
    // All others are monotone; a line turns only at its points.
    if (curve.form != Curve::Form::Line) return range;
    for (const auto& point : curve.points) {
        if (point.at <= low || point.at >= high) continue;
        range.low = std::min(range.low, point.share);
        range.high = std::max(range.high, point.share);
    }
    return range;
}

bool never_falls(const Curve& curve) {
    if (curve.form == Curve::Form::Half) return true;
    if (curve.form == Curve::Form::LogNormal) return curve.p10 > curve.median;
    return std::is_sorted(curve.points.begin(), curve.points.end(),
                          [](const auto& a, const auto& b) { return a.share < b.share; });
}

bool never_rises(const Curve& curve) {
    if (curve.form == Curve::Form::Half) return false;
    if (curve.form == Curve::Form::LogNormal) return curve.p10 < curve.median;
    return std::is_sorted(curve.points.begin(), curve.points.end(),
                          [](const auto& a, const auto& b) { return a.share > b.share; });
}

std::vector<double> typical_values(const Curve& curve) {
    std::vector<double> values{curve.median * (curve.median / curve.p10), curve.median, curve.p10};
    std::sort(values.begin(), values.end());
    return values;
}

double nearest_edge(const Curve& curve) {
    return std::isfinite(curve.best.min) ? curve.best.min : curve.best.max;
}

double target_from(const Curve& curve, double x) {
    return std::clamp(x, curve.best.min, curve.best.max);
}

}  // namespace colonnade::dsl
