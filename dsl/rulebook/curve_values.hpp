// SPDX-License-Identifier: Apache-2.0
// What the readers of the forms of a curve share; internal to dsl. Each fills in the curve, or
// reports and leaves it as it is.
#pragma once

#include <limits>
#include <string>
#include <string_view>

#include "dsl/rulebook/read_parts.hpp"

namespace colonnade::dsl {

inline constexpr double Infinity = std::numeric_limits<double>::infinity();

struct CurveValues {
    const Form& form;
    MapReader& map;
    Kind kind;
    Curve& curve;

    // The curve is shown in the unit of its first literal that has one.
    [[nodiscard]] std::optional<Literal> literal(const Node& node, std::string_view key) const {
        auto value = read_literal(form, node, map.key_span(key), kind);
        if (value && !curve.display.has_unit && !curve.display.as_share)
            curve.display = value->display;
        return value;
    }
    // At `key`; where that is a parent's and the child has another key of the curve, at that one.
    void problem(std::string_view key, std::string message, std::string help = {}) const;
};

// A key that is not there is null.
void read_full_and_none(const CurveValues& v, const Node* full, const Node* none);
void read_steps(const CurveValues& v, const Node& node);
void read_line(const CurveValues& v, const Node& node);
void read_half(const CurveValues& v, const Node& node);
void read_log_normal(const CurveValues& v, const Node* median, const Node* p10);

}  // namespace colonnade::dsl
