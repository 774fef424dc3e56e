// SPDX-License-Identifier: Apache-2.0
// Which values a picture of a curve shows, and which of them it marks. Internal to rendering.
#pragma once

#include <vector>

#include "dsl/rulebook/curve.hpp"

namespace colonnade::cli {

struct CurveRange {
    double low = 0;
    double high = 1;

    // How far along the range a value lies, 0..1; at the edge where it lies outside.
    [[nodiscard]] double part(double value) const;
};

// The values that tell the curve, in rising order; without those that are beyond all numbers, such
// as four times a very large `half`.
[[nodiscard]] std::vector<double> values_to_mark(const dsl::Curve& curve);

// From the first mark to the last, with a little of what lies outside.
[[nodiscard]] CurveRange range_around(const std::vector<double>& marks);

}  // namespace colonnade::cli
