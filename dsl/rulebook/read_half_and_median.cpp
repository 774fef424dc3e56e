// SPDX-License-Identifier: Apache-2.0
// The curves that start at 0 and are given by one or two of their values: `half`, and `median` with
// `p10`.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dsl/rulebook/curve_values.hpp"

namespace colonnade::dsl {
namespace {

// By what part two values of a log-normal curve differ at least. Closer together, the last bits of
// their logarithms would decide which is the better one, or leave no share at all.
constexpr double LeastDistance = 1e-6;

// One value above 0, or nothing after a finding.
std::optional<double> read_positive(const CurveValues& v, const Node& node, std::string_view key,
                                    std::string_view meaning) {
    if (v.kind == Kind::Date || v.kind == Kind::Time) {
        v.problem(key, fmt::format("`{}` of {}, which has no zero", key, with_article(v.kind)),
                  "measure how long ago it is: `age(…)`");
        return std::nullopt;
    }
    const auto literal = v.literal(node, key);
    if (!literal) return std::nullopt;
    if (literal->form == Target::Form::Exactly && literal->low > 0) return literal->low;
    v.problem(key, fmt::format("`{}` is one value above 0: {}", key, meaning));
    return std::nullopt;
}

}  // namespace

void read_half(const CurveValues& v, const Node& node) {
    const auto value = read_positive(v, node, "half", "where half the points are reached");
    if (!value) return;
    v.curve.form = Curve::Form::Half;
    v.curve.half = *value;
    // Full points are never reached; four times `half` gives 80% of them. No share is above 100%.
    const double most = v.kind == Kind::Share ? 1 : Infinity;
    v.curve.best = {std::min(4 * *value, most), Infinity};
}

void read_log_normal(const CurveValues& v, const Node* median_node, const Node* p10_node) {
    if (median_node == nullptr || p10_node == nullptr) {
        v.problem(median_node == nullptr ? "p10" : "median", "`median` and `p10` stand together",
                  "name both");
        return;
    }
    const auto median = read_positive(v, *median_node, "median", "what half of all people reach");
    const auto p10 = read_positive(v, *p10_node, "p10", "what one in ten reaches");
    if (!median || !p10) return;
    if (std::abs(*median - *p10) < LeastDistance * std::max(*median, *p10)) {
        v.problem("p10",
                  *median == *p10 ? "`median` and `p10` are the same"
                                  : "`median` and `p10` differ by less than a millionth",
                  "`p10` is better than `median`");
        return;
    }
    v.curve.form = Curve::Form::LogNormal;
    v.curve.median = *median;
    v.curve.p10 = *p10;
    const bool less_is_better = *p10 < *median;
    v.curve.best = {less_is_better ? -Infinity : *p10, less_is_better ? *p10 : Infinity};
}

}  // namespace colonnade::dsl
