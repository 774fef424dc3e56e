// SPDX-License-Identifier: Apache-2.0
// Without a branch for each value: every piece of a curve is computed for all values, and kept
// where it counts.
#include "engine/score/shares.hpp"

#include <algorithm>
#include <limits>

#include "engine/evaluate/vectors.hpp"

namespace colonnade::engine {
namespace {

using dsl::Curve;
using dsl::CurvePoint;

// From 0 at 0 to 1 at 1, as every `pass` has it: the share is the value.
bool is_value_itself(const std::vector<CurvePoint>& points) {
    return points.size() == 2 && points[0].at == 0 && points[0].share == 0 && points[1].at == 1 &&
           points[1].share == 1;
}

void clamp(const double* __restrict x, std::size_t count, double* __restrict shares) {
    for (std::size_t i = 0; i < count; ++i) {
        const double above = x[i] <= 0 ? 0 : x[i];
        shares[i] = above >= 1 ? 1 : above;
    }
}

// Between two points, both given by where they are and what is won there.
struct Piece {
    explicit Piece(const CurvePoint& a, const CurvePoint& b)
        : from(a.at),
          to(b.at),
          start(a.share),
          end(b.share),
          slope((b.share - a.share) / (b.at - a.at)) {}

    // `before` is what counts up to where the piece begins.
    [[nodiscard]] double at(double x, double before) const {
        const double share = start + slope * (x - from);
        const double least = share > end ? share : end;
        const double most = share < end ? share : end;
        const double between = slope < 0 ? least : most;
        const double here = x >= to ? end : between;
        return x > from ? here : before;
    }

    double from;
    double to;
    double start;
    double end;
    double slope;
};

void line(const std::vector<CurvePoint>& points, const double* __restrict x, std::size_t count,
          double* __restrict shares) {
    if (is_value_itself(points)) return clamp(x, count, shares);
    const double first = points.front().share;
    const Piece one(points[0], points[1]);
    if (points.size() == 2) {
        for (std::size_t i = 0; i < count; ++i)
            shares[i] = one.at(x[i], first);
        return;
    }
    const Piece two(points[1], points[2]);
    for (std::size_t i = 0; i < count; ++i)
        shares[i] = two.at(x[i], one.at(x[i], first));
    for (std::size_t p = 3; p < points.size(); ++p) {
        const Piece next(points[p - 1], points[p]);
        for (std::size_t i = 0; i < count; ++i)
            shares[i] = next.at(x[i], shares[i]);
    }
}

void steps_up(const std::vector<CurvePoint>& points, const double* __restrict x, std::size_t count,
              double* __restrict shares) {
    std::fill_n(shares, count, 0.0);
    for (const auto point : points) {
        for (std::size_t i = 0; i < count; ++i)
            shares[i] = x[i] >= point.at ? point.share : shares[i];
    }
}

void steps_down(const std::vector<CurvePoint>& points, const double* __restrict x,
                std::size_t count, double* __restrict shares) {
    std::fill_n(shares, count, 0.0);
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
        const auto step = *point;
        for (std::size_t i = 0; i < count; ++i)
            shares[i] = x[i] <= step.at ? step.share : shares[i];
    }
}

void half(double half, const double* __restrict x, std::size_t count, double* __restrict shares) {
    constexpr double Most = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < count; ++i) {
        const double above = x[i] < 0 ? 0 : x[i];
        shares[i] = above > Most ? 1 : above / (above + half);
    }
}

COLONNADE_WIDE void compute(const Curve& curve, const double* x, std::size_t count,
                            double* shares) {
    switch (curve.form) {
        case Curve::Form::Line:
            return line(curve.points, x, count, shares);
        case Curve::Form::StepsUp:
            return steps_up(curve.points, x, count, shares);
        case Curve::Form::StepsDown:
            return steps_down(curve.points, x, count, shares);
        case Curve::Form::Half:
            return half(curve.half, x, count, shares);
        default:
            return;
    }
}

}  // namespace

void shares_of(const Curve& curve, const double* x, std::size_t count, double* shares) {
    if (curve.form != Curve::Form::LogNormal) return compute(curve, x, count, shares);
    for (std::size_t i = 0; i < count; ++i)
        shares[i] = dsl::share_at(curve, x[i]);
}

}  // namespace colonnade::engine
