// SPDX-License-Identifier: Apache-2.0
// `full` and `none`: full points from a value on, up to one or in a range; none at and beyond
// others.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/rulebook/curve_values.hpp"

namespace colonnade::dsl {
namespace {

// The value or values of `none:`, ascending.
std::vector<double> read_none(const CurveValues& v, const Node& node) {
    std::vector<double> values;
    const auto add = [&](const Node& item) {
        const auto literal = v.literal(item, "none");
        if (!literal) return;
        if (literal->form != Target::Form::Exactly) {
            v.problem("none", "`none` is one value, or a list of two",
                      "for instance `none: [0 per week, 15 per week]`");
            return;
        }
        values.push_back(literal->low);
    };
    if (node.kind == NodeKind::List) {
        for (const auto& item : node.items)
            add(item);
    } else {
        add(node);
    }
    if (node.kind == NodeKind::List && node.items.empty())
        v.problem("none", "no value in the list");
    if (values.size() > 2) {
        v.problem("none", "more than two values of `none`");
        return {};
    }
    std::sort(values.begin(), values.end());
    return values;
}

void rising(Curve& curve, double none, double full) {
    curve.points = {{none, 0}, {full, 1}};
    curve.best = {full, Infinity};
}

void falling(Curve& curve, double full, double none) {
    curve.points = {{full, 1}, {none, 0}};
    curve.best = {-Infinity, full};
}

void peak(const CurveValues& v, const Literal& full, const std::vector<double>& none) {
    if (none.size() != 2 || none[0] >= full.low || none[1] <= full.high) {
        v.problem("none", "a range of `full` lies between two values of `none`",
                  "name both, for instance `none: [0 per week, 15 per week]`, or write `2 per week "
                  "or more`");
        return;
    }
    v.curve.points = {{none[0], 0}, {full.low, 1}};
    if (full.high > full.low) v.curve.points.push_back({full.high, 1});
    v.curve.points.push_back({none[1], 0});
    v.curve.best = {full.low, full.high};
}

void one_sided(const CurveValues& v, const Literal& full, const std::vector<double>& none) {
    const double zero = none.front();
    const bool up = full.form == Target::Form::OrMore ||
                    (full.form == Target::Form::Exactly && zero < full.low);
    if (zero == full.low || (up && zero > full.low) ||
        (full.form == Target::Form::OrLess && zero < full.low)) {
        v.problem("none", "`none` and `full` contradict each other",
                  "`none` lies on the other side of `full`");
        return;
    }
    up ? rising(v.curve, zero, full.low) : falling(v.curve, full.low, zero);
}

}  // namespace

void read_full_and_none(const CurveValues& v, const Node* full_node, const Node* none_node) {
    if (full_node == nullptr || none_node == nullptr) {
        v.problem(full_node == nullptr ? "none" : "full", "`full` and `none` stand together",
                  "name both");
        return;
    }
    const auto full = v.literal(*full_node, "full");
    const auto none = read_none(v, *none_node);
    // Of `none: 0, 15` in braces the 15 is reported, as a key that nobody knows.
    if (!full || none.empty() || none_node->cut) return;
    const bool open = full->form == Target::Form::OrMore || full->form == Target::Form::OrLess;
    if (open && none.size() > 1) {
        v.problem("none", fmt::format("two values of `none` beside `{}`", full_node->text),
                  "one value of `none` lies on the other side of `full`");
        return;
    }
    const bool two_sided = full->form == Target::Form::Between || none.size() > 1;
    two_sided ? peak(v, *full, none) : one_sided(v, *full, none);
}

}  // namespace colonnade::dsl
