// SPDX-License-Identifier: Apache-2.0
// The curve of a rule: `full` with `none`, `steps`, `line` or `half`, all turned into the few forms
// of Curve.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dsl/rulebook/read_parts.hpp"

namespace colonnade::dsl {
namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

struct Values {
    const Form& form;
    MapReader& map;
    Kind kind;
    Curve& curve;

    std::optional<Literal> literal(const Node& node, std::string_view key) const {
        auto value = read_literal(form, node, map.key_span(key), kind);
        if (value && !curve.display.has_unit && !curve.display.as_share)
            curve.display = value->display;
        return value;
    }
    void problem(std::string_view key, std::string message, std::string help = {}) const {
        form.report(Code::CurveForm, map.key_span(key), std::move(message), std::move(help));
    }
};

// The value or values of `none:`, ascending.
std::vector<double> read_none(const Values& v, const Node& node) {
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

void peak(const Values& v, const Literal& full, const std::vector<double>& none) {
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

void one_sided(const Values& v, const Literal& full, const std::vector<double>& none) {
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

void full_and_none(const Values& v, const Node* full_node, const Node* none_node) {
    if (full_node == nullptr || none_node == nullptr) {
        v.problem(full_node == nullptr ? "none" : "full", "`full` and `none` stand together",
                  "name both");
        return;
    }
    const auto full = v.literal(*full_node, "full");
    const auto none = read_none(v, *none_node);
    if (!full || none.empty()) return;
    const bool two_sided = full->form == Target::Form::Between || none.size() > 1;
    two_sided ? peak(v, *full, none) : one_sided(v, *full, none);
}

// A map from values to shares, for `steps` and `line`.
std::vector<CurvePoint> read_points(const Values& v, const Node& node, std::string_view key) {
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

bool shares_rise(const std::vector<CurvePoint>& points) {
    return std::is_sorted(points.begin(), points.end(),
                          [](const auto& a, const auto& b) { return a.share < b.share; });
}

bool shares_fall(const std::vector<CurvePoint>& points) {
    return std::is_sorted(points.begin(), points.end(),
                          [](const auto& a, const auto& b) { return a.share > b.share; });
}

void steps(const Values& v, const Node& node) {
    auto& points = v.curve.points;
    points = read_points(v, node, "steps");
    if (points.empty()) return;
    if (shares_rise(points)) {
        v.curve.form = Curve::Form::StepsUp;
        const auto most = std::find_if(points.begin(), points.end(), [&](const auto& p) {
            return p.share == points.back().share;
        });
        v.curve.best = {most->at, Infinity};
    } else if (shares_fall(points)) {
        v.curve.form = Curve::Form::StepsDown;
        const auto most = std::find_if(points.rbegin(), points.rend(), [&](const auto& p) {
            return p.share == points.front().share;
        });
        v.curve.best = {-Infinity, most->at};
    } else {
        v.problem("steps", "the shares neither rise nor fall", "use `line` for a curve that turns");
    }
}

void line(const Values& v, const Node& node) {
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

void half(const Values& v, const Node& node) {
    const auto literal = v.literal(node, "half");
    if (!literal) return;
    if (literal->form != Target::Form::Exactly || literal->low <= 0) {
        v.problem("half", "`half` is one value above 0: where half the points are reached");
        return;
    }
    v.curve.form = Curve::Form::Half;
    v.curve.half = literal->low;
    // Full points are never reached; four times `half` gives 80% of them.
    v.curve.best = {4 * literal->low, Infinity};
}

void check_that_something_is_earned(const Values& v, std::string_view key) {
    const auto& points = v.curve.points;
    const auto earns = [](const auto& p) { return p.share > 0; };
    if (!points.empty() && std::none_of(points.begin(), points.end(), earns))
        v.form.report(Code::NothingToEarn, v.map.key_span(key), "the curve earns nothing anywhere");
}

void check_promise(const Values& v, const Node& better) {
    const auto known = v.map.choices("better");
    const bool more = read_choice(v.form, better, v.map.key_span("better"), known) == 0;
    if (more && better.text != known.front()) return;
    const bool kept = v.curve.form == Curve::Form::Half ? more
                      : more                            ? shares_rise(v.curve.points)
                                                        : shares_fall(v.curve.points);
    if (!kept)
        v.problem("better",
                  fmt::format("the curve does not hold the promise `better: {}`", better.text));
}

}  // namespace

void read_curve(const Form& form, MapReader& map, const Type& type, Rule& rule) {
    const Values values{form, map, type.kind, rule.curve};
    const auto* full = map.optional("full");
    const auto* none = map.optional("none");
    const auto* steps_node = map.optional("steps");
    const auto* line_node = map.optional("line");
    const auto* half_node = map.optional("half");
    const auto* better = map.optional("better");
    const auto* target = map.optional("target");
    const int forms = (full != nullptr || none != nullptr ? 1 : 0) +
                      (steps_node != nullptr ? 1 : 0) + (line_node != nullptr ? 1 : 0) +
                      (half_node != nullptr ? 1 : 0);
    if (forms != 1) {
        form.report(Code::CurveCount, rule.span,
                    fmt::format("{} curves for one measure, expected one",
                                forms == 0 ? "no" : std::to_string(forms)),
                    "`full` with `none`, `steps`, `line` or `half`");
        return;
    }
    if (type.is_error()) return;
    const auto errors = form.diagnostics.errors();
    if (full != nullptr || none != nullptr) full_and_none(values, full, none);
    if (steps_node != nullptr) steps(values, *steps_node);
    if (line_node != nullptr) line(values, *line_node);
    if (form.diagnostics.errors() == errors)
        check_that_something_is_earned(values, steps_node != nullptr ? "steps" : "line");
    if (half_node != nullptr) half(values, *half_node);
    if (better != nullptr && form.diagnostics.errors() == errors) check_promise(values, *better);
    if (target == nullptr) return;
    const auto literal = values.literal(*target, "target");
    if (!literal) return;
    rule.curve.best = {literal->low, literal->high};
    if (literal->form == Target::Form::OrMore) rule.curve.best.max = Infinity;
    if (literal->form == Target::Form::OrLess) rule.curve.best.min = -Infinity;
}

}  // namespace colonnade::dsl
