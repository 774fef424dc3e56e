// SPDX-License-Identifier: Apache-2.0
#include "cli/render/curve_range.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace colonnade::cli {
namespace {

using dsl::Curve;

constexpr double Most = std::numeric_limits<double>::max();
// What is shown of the flat parts outside, as a part of what is between.
constexpr double Outside = 0.1;

std::vector<double> typical_of(const Curve& curve) {
    if (curve.form == Curve::Form::Half)
        return {0, curve.half, 2 * curve.half, 3 * curve.half, 4 * curve.half};
    if (curve.form == Curve::Form::LogNormal) return typical_values(curve);
    std::vector<double> values;
    for (const auto& point : curve.points)
        values.push_back(point.at);
    return values;
}

}  // namespace

double CurveRange::part(double value) const {
    const double part = (value - low) / (high - low);
    return part > 0 ? std::min(part, 1.0) : 0.0;
}

std::vector<double> values_to_mark(const Curve& curve) {
    auto values = typical_of(curve);
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    return values;
}

CurveRange range_around(const std::vector<double>& marks) {
    const double low = marks.front();
    const double high = marks.back();
    double around = (high - low) * Outside;
    if (around <= 0) around = std::abs(low) > 0 ? std::abs(low) : 1;
    // Nothing is shown below zero that is not there.
    return {low >= 0 ? std::max(0.0, low - around) : low - around, std::min(high + around, Most)};
}

}  // namespace colonnade::cli
