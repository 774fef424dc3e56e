// SPDX-License-Identifier: Apache-2.0
// Everything that a value could turn out to be once unknown facts become known: a range of numbers,
// and whether it may stay without a value.
#pragma once

#include <algorithm>
#include <limits>

#include "dsl/types/catalogue.hpp"

namespace colonnade::engine {

struct Interval {
    double low = 0;
    double high = 0;  // below `low`: it can have no value at all
    bool none = false;

    [[nodiscard]] bool has_value() const { return low <= high; }
    [[nodiscard]] bool is_certain() const { return low == high && !none; }
    // Yes/no values.
    [[nodiscard]] bool can_be_no() const { return has_value() && low <= 0; }
    [[nodiscard]] bool can_be_yes() const { return has_value() && high >= 1; }

    static Interval point(double value) { return {value, value, false}; }
    static Interval without_value() { return {1, 0, true}; }
    static Interval within(const dsl::Bounds& bounds) { return {bounds.min, bounds.max, true}; }
    static Interval anything() {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        return {-infinity, infinity, true};
    }
    static Interval yes_no(bool can_be_no, bool can_be_yes, bool none) {
        if (!can_be_no && !can_be_yes) return without_value();
        return {can_be_no ? 0.0 : 1.0, can_be_yes ? 1.0 : 0.0, none};
    }

    // Everything that either can be.
    void include(const Interval& other) {
        none = none || other.none;
        if (!other.has_value()) return;
        const bool had_value = has_value();
        low = had_value ? std::min(low, other.low) : other.low;
        high = had_value ? std::max(high, other.high) : other.high;
    }
    void include_value(double value) { include(point(value)); }
};

}  // namespace colonnade::engine
