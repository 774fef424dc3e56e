// SPDX-License-Identifier: Apache-2.0
// The curve of a rule: exactly one form, the promise `better`, and the target of tips. The forms
// are in read_full_and_none.cpp, read_steps_and_line.cpp and read_half_and_median.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/rulebook/curve_values.hpp"

namespace colonnade::dsl {

void CurveValues::problem(std::string_view key, std::string message, std::string help) const {
    const auto there = map.key_span(key);
    auto place = there;
    for (const std::string_view other : {"measure", "full", "none", "better"}) {
        const bool said = map.peek(other) != nullptr;
        if (said && map.key_span(other).file < place.file) place = map.key_span(other);
    }
    std::vector<Label> labels;
    if (place.file != there.file) labels.push_back({there, "beside this"});
    form.report(Code::CurveForm, place, std::move(message), std::move(help), std::move(labels));
}

namespace {

void check_that_something_is_earned(const CurveValues& v, std::string_view key) {
    const auto& points = v.curve.points;
    const auto earns = [](const auto& p) { return p.share > 0; };
    if (!points.empty() && std::none_of(points.begin(), points.end(), earns))
        v.form.report(Code::NothingToEarn, v.map.key_span(key), "the curve earns nothing anywhere");
}

void check_promise(const CurveValues& v, const Node& better) {
    const auto known = v.map.choices("better");
    const bool more = read_choice(v.form, better, v.map.key_span("better"), known) == 0;
    if (more && better.text != known.front()) return;
    if (!(more ? never_falls(v.curve) : never_rises(v.curve)))
        v.problem("better",
                  fmt::format("the curve does not hold the promise `better: {}`", better.text));
}

// The value of `target:`, in place of the curve's own.
void read_target(const CurveValues& v, const Node& node) {
    const auto literal = v.literal(node, "target");
    if (!literal) return;
    v.curve.best = {literal->low, literal->high};
    if (literal->form == Target::Form::OrMore) v.curve.best.max = Infinity;
    if (literal->form == Target::Form::OrLess) v.curve.best.min = -Infinity;
}

// The nodes of a rule's curve, null where a key is not there.
struct CurveNodes {
    const Node* full;
    const Node* none;
    const Node* steps;
    const Node* line;
    const Node* half;
    const Node* median;
    const Node* p10;

    explicit CurveNodes(MapReader& map)
        : full(map.optional("full")),
          none(map.optional("none")),
          steps(map.optional("steps")),
          line(map.optional("line")),
          half(map.optional("half")),
          median(map.optional("median")),
          p10(map.optional("p10")) {}

    [[nodiscard]] bool has_full() const { return full != nullptr || none != nullptr; }
    [[nodiscard]] bool has_median() const { return median != nullptr || p10 != nullptr; }
    [[nodiscard]] int forms() const {
        return int{has_full()} + int{steps != nullptr} + int{line != nullptr} +
               int{half != nullptr} + int{has_median()};
    }
};

void read_form(const CurveValues& v, const CurveNodes& nodes) {
    if (nodes.has_full()) return read_full_and_none(v, nodes.full, nodes.none);
    if (nodes.has_median()) return read_log_normal(v, nodes.median, nodes.p10);
    if (nodes.half != nullptr) return read_half(v, *nodes.half);
    const auto errors = v.form.diagnostics.errors();
    nodes.steps != nullptr ? read_steps(v, *nodes.steps) : read_line(v, *nodes.line);
    if (v.form.diagnostics.errors() == errors)
        check_that_something_is_earned(v, nodes.steps != nullptr ? "steps" : "line");
}

}  // namespace

void read_curve(const Form& form, MapReader& map, const Type& type, Rule& rule) {
    const CurveValues values{form, map, type.kind, rule.curve};
    const CurveNodes nodes(map);
    const auto* better = map.optional("better");
    const auto* target = map.optional("target");
    if (nodes.forms() != 1) {
        form.report(Code::CurveCount, rule.span,
                    fmt::format("{} curves for one measure, expected one",
                                nodes.forms() == 0 ? "no" : std::to_string(nodes.forms())),
                    "`full` with `none`, `steps`, `line`, `half`, or `median` with `p10`");
        return;
    }
    if (type.is_error()) return;
    const auto errors = form.diagnostics.errors();
    read_form(values, nodes);
    if (better != nullptr && form.diagnostics.errors() == errors) check_promise(values, *better);
    if (target != nullptr) read_target(values, *target);
}

}  // namespace colonnade::dsl
