// SPDX-License-Identifier: Apache-2.0
#include "tests/support/reference_curve.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "dsl/expr/parse.hpp"
#include "dsl/yaml/read.hpp"

namespace colonnade::tests {
namespace {

using dsl::Node;
using Form = dsl::Target::Form;

struct Value {
    Form form;
    double low;
    double high;
};

struct Point {
    double at;
    double share;
};

Value value_of(const Node& node) {
    const auto target = std::get<dsl::Target>(dsl::parse_target(node.text));
    const auto& root = target.ast.at(target.ast.root);
    if (target.form != Form::Between)
        return {target.form, dsl::literal_value(root), dsl::literal_value(root)};
    return {target.form, dsl::literal_value(target.ast.at(root.args[0])),
            dsl::literal_value(target.ast.at(root.args[1]))};
}

const Node& required(const Node& map, const std::string& key) {
    const auto* entry = map.entry(key);
    if (entry == nullptr) throw std::runtime_error("the curve has no `" + key + "`");
    return entry->value;
}

double full_and_none(const Value& full, const Node& none, double x) {
    if (none.kind != dsl::NodeKind::List)
        return std::clamp((x - value_of(none).low) / (full.low - value_of(none).low), 0.0, 1.0);
    const auto [a, b] = std::minmax({value_of(none.items[0]).low, value_of(none.items[1]).low});
    if (x >= full.low && x <= full.high) return 1;
    const double share = x < full.low ? (x - a) / (full.low - a) : (b - x) / (b - full.high);
    return std::max(share, 0.0);
}

std::vector<Point> points_of(const Node& map) {
    std::vector<Point> points;
    for (const auto& [at, share] : map.entries)
        points.push_back({value_of(at).low, value_of(share).low});
    return points;
}

double steps(const std::vector<Point>& points, double x) {
    const bool rising = points.front().share < points.back().share || points.size() == 1;
    double share = 0;
    for (const auto& point : points) {
        if (rising && x >= point.at) share = point.share;
        if (!rising && x <= point.at) return point.share;
    }
    return share;
}

double line(const std::vector<Point>& points, double x) {
    if (x <= points.front().at) return points.front().share;
    if (x >= points.back().at) return points.back().share;
    std::size_t i = 1;
    while (x > points[i].at)
        ++i;
    const auto& a = points[i - 1];
    const auto& b = points[i];
    return (a.share * (b.at - x) + b.share * (x - a.at)) / (b.at - a.at);
}

double log_normal(double median, double p10, double x) {
    if (x <= 0) return p10 < median ? 1 : 0;
    const double sigma = (std::log(median) - std::log(p10)) / 1.2815515655446004;
    return std::erfc((std::log(x) - std::log(median)) / sigma / std::sqrt(2.0)) / 2;
}

}  // namespace

double reference_share(const std::string& keys, double x) {
    dsl::Diagnostics diagnostics;
    const auto source = std::make_shared<const dsl::Source>("curve", keys);
    const auto map = dsl::read_yaml(source, diagnostics).value();
    if (map.entry("full") != nullptr)
        return full_and_none(value_of(required(map, "full")), required(map, "none"), x);
    if (map.entry("steps") != nullptr) return steps(points_of(required(map, "steps")), x);
    if (map.entry("line") != nullptr) return line(points_of(required(map, "line")), x);
    if (map.entry("half") != nullptr)
        return std::max(x, 0.0) / (std::max(x, 0.0) + value_of(required(map, "half")).low);
    return log_normal(value_of(required(map, "median")).low, value_of(required(map, "p10")).low, x);
}

}  // namespace colonnade::tests
