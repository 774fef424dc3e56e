// SPDX-License-Identifier: Apache-2.0
// `steps` and `line`: maps from values of the measure to shares.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/rulebook/curve_values.hpp"

namespace colonnade::dsl {
namespace {

// A map from values to shares, for `steps` and `line`.
std::vector<CurvePoint> read_points(const CurveValues& v, const Node& node, std::string_view key) {
    std::vector<CurvePoint> points;
    if (node.kind != NodeKind::Map || node.entries.empty()) {
        v.problem(key, fmt::format("found {}, expected a map such as {{1: 20%, 5: 60%}}",
                                   text_of(node.kind)));
        return points;
    }
    for (const auto& [at, share] : node.entries) {
        const auto literal = v.literal(at, key);
        const double value = read_share(v.form, share, at.span);
        if (!literal) continue;
        if (literal->form != Target::Form::Exactly) {
            v.form.report(Code::CurveForm, at.span,
                          fmt::format("found `{}`, expected one value", at.text));
        }
        if (!points.empty() && literal->low <= points.back().at) {
            v.form.report(Code::CurveForm, at.span, "not greater than the value before it",
                          "write the values in rising order");
        }
        points.push_back({literal->low, value});
    }
    return points;
}

}  // namespace

void read_steps(const CurveValues& v, const Node& node) {
    auto& points = v.curve.points;
    points = read_points(v, node, "steps");
    if (points.empty()) return;
    if (never_falls(v.curve)) {
        v.curve.form = Curve::Form::StepsUp;
        const auto most = std::find_if(points.begin(), points.end(), [&](const auto& p) {
            return p.share == points.back().share;
        });
        v.curve.best = {most->at, Infinity};
    } else if (never_rises(v.curve)) {
        v.curve.form = Curve::Form::StepsDown;
        const auto most = std::find_if(points.rbegin(), points.rend(), [&](const auto& p) {
            return p.share == points.front().share;
        });
        v.curve.best = {-Infinity, most->at};
    } else {
        v.problem("steps", "the shares neither rise nor fall", "use `line` for a curve that turns");
    }
}

void read_line(const CurveValues& v, const Node& node) {
    auto& points = v.curve.points;
    points = read_points(v, node, "line");
    if (points.size() < 2) {
        if (!points.empty()) v.problem("line", "a line has at least two points");
        return;
    }
    const auto less = [](const auto& a, const auto& b) { return a.share < b.share; };
    const double most = std::max_element(points.begin(), points.end(), less)->share;
    const auto is_most = [&](const auto& p) { return p.share == most; };
    const auto first = std::find_if(points.begin(), points.end(), is_most);
    const auto last = std::find_if_not(first, points.end(), is_most);
    v.curve.best = {first == points.begin() ? -Infinity : first->at,
                    last == points.end() ? Infinity : (last - 1)->at};
}

}  // namespace colonnade::dsl
