// SPDX-License-Identifier: Apache-2.0
#include "engine/cases/segments.hpp"

#include <fmt/format.h>

#include <limits>

#include "engine/explain/value_text.hpp"

namespace colonnade::engine {
namespace {

using dsl::Curve;

constexpr double Infinity = std::numeric_limits<double>::infinity();

// Flat between two points: full points in a range, for instance.
bool is_flat(const Curve& curve, std::size_t segment) {
    const auto& points = curve.points;
    return curve.form == Curve::Form::Line && segment > 0 && segment < points.size() &&
           points[segment - 1].share == points[segment].share;
}

// Segment i of a curve with points ends at point i, the last one nowhere.
double begin_of(const Curve& curve, std::size_t segment) {
    return segment == 0 ? -Infinity : curve.points[segment - 1].at;
}

double end_of(const Curve& curve, std::size_t segment) {
    return segment == curve.points.size() ? Infinity : curve.points[segment].at;
}

bool lies_in(const Curve& curve, std::size_t segment, double x) {
    const double begin = begin_of(curve, segment);
    const double end = end_of(curve, segment);
    // A step begins at its point; a line is flat from its last point on.
    const bool begin_counts = begin == -Infinity || is_flat(curve, segment) ||
                              curve.form == Curve::Form::StepsUp ||
                              (curve.form == Curve::Form::Line && end == Infinity);
    const bool end_counts = end == Infinity || curve.form != Curve::Form::StepsUp;
    return (begin_counts ? x >= begin : x > begin) && (end_counts ? x <= end : x < end);
}

std::size_t segment_on(const Curve& curve, double x) {
    // At a point where two pieces meet, a flat one is meant before a sloping one.
    for (std::size_t i = 1; i < curve.points.size(); ++i) {
        if (is_flat(curve, i) && lies_in(curve, i, x)) return i;
    }
    if (lies_in(curve, curve.points.size(), x)) return curve.points.size();
    std::size_t i = 0;
    while (i < curve.points.size() && !lies_in(curve, i, x))
        ++i;
    return i;
}

}  // namespace

std::size_t segment_count(const dsl::Rule& rule) {
    return rule.is_pass || rule.curve.points.empty() ? 2 : rule.curve.points.size() + 1;
}

std::size_t segment_at(const dsl::Rule& rule, double value) {
    if (rule.is_pass) return value != 0 ? 1 : 0;
    if (rule.curve.points.empty()) return dsl::share_at(rule.curve, value) < 0.5 ? 0 : 1;
    return segment_on(rule.curve, value);
}

bool can_reach(const dsl::Rule& rule, std::size_t segment, const Interval& values) {
    if (segment_at(rule, values.low) == segment || segment_at(rule, values.high) == segment)
        return true;
    if (rule.is_pass || rule.curve.points.empty()) return false;
    // Neither end lies in it, so it does or does not lie between them as a whole.
    return begin_of(rule.curve, segment) >= values.low &&
           end_of(rule.curve, segment) <= values.high;
}

std::string segment_text(const dsl::Rule& rule, std::size_t segment, const dsl::Type& type) {
    if (rule.is_pass) return segment == 1 ? "true" : "false";
    if (rule.curve.points.empty())
        return segment == 0 ? "under half of the points" : "half of the points or more";
    const auto text = [&](double x) { return value_text(x, type, rule.curve.display, "en"); };
    const double begin = begin_of(rule.curve, segment);
    const double end = end_of(rule.curve, segment);
    const bool steps_up = rule.curve.form == Curve::Form::StepsUp;
    if (begin == -Infinity) return fmt::format("{} {}", steps_up ? "under" : "up to", text(end));
    if (end == Infinity)
        return fmt::format("{} {}", rule.curve.form == Curve::Form::StepsDown ? "over" : "from",
                           text(begin));
    return fmt::format("from {} to {}", text(begin), text(end));
}

}  // namespace colonnade::engine
