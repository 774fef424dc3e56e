// SPDX-License-Identifier: Apache-2.0
#include "engine/bounds/interval_ops.hpp"

#include <array>
#include <cmath>

namespace colonnade::engine {
namespace {

using dsl::Op;
using Parts = std::span<const Interval>;

// `decisive` 0 is `and`, 1 is `or`. Without a value only where no part decides and one has none.
Interval connect(Parts parts, bool decisive) {
    bool can_decide = false;
    bool all_other = true;
    bool all_other_or_none = true;
    bool some_none = false;
    for (const auto& part : parts) {
        const bool decides = decisive ? part.can_be_yes() : part.can_be_no();
        const bool other = decisive ? part.can_be_no() : part.can_be_yes();
        can_decide = can_decide || decides;
        all_other = all_other && other;
        all_other_or_none = all_other_or_none && (other || part.none);
        some_none = some_none || part.none;
    }
    const bool none = some_none && all_other_or_none;
    const bool no = decisive ? all_other : can_decide;
    const bool yes = decisive ? can_decide : all_other;
    auto result = Interval::yes_no(no, yes, none);
    if (!result.has_value()) result.none = true;
    return result;
}

bool any_without_value(Parts parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [](const Interval& p) { return !p.has_value(); });
}

bool any_none(Parts parts) {
    return std::any_of(parts.begin(), parts.end(), [](const Interval& p) { return p.none; });
}

Interval compare(Op op, const Interval& a, const Interval& b, bool none) {
    switch (op) {
        case Op::Less:
            return Interval::yes_no(a.high >= b.low, a.low < b.high, none);
        case Op::LessEqual:
            return Interval::yes_no(a.high > b.low, a.low <= b.high, none);
        case Op::Greater:
            return Interval::yes_no(a.low <= b.high, a.high > b.low, none);
        case Op::GreaterEqual:
            return Interval::yes_no(a.low < b.high, a.high >= b.low, none);
        default:
            break;
    }
    const bool can_be_equal = a.low <= b.high && b.low <= a.high;
    const bool can_differ = !(a.low == a.high && b.low == b.high && a.low == b.low);
    return op == Op::Equal ? Interval::yes_no(can_differ, can_be_equal, none)
                           : Interval::yes_no(can_be_equal, can_differ, none);
}

// From the values at the corners. What is no number (infinity minus infinity) can be anything.
Interval from_corners(std::span<const double> corners, bool none) {
    // `+ 0.0` turns -0 into 0, as the evaluator does.
    Interval result{corners[0] + 0.0, corners[0] + 0.0, none};
    for (const double corner : corners) {
        if (std::isnan(corner)) return Interval::anything();
        result.include_value(corner + 0.0);
    }
    // Where a bound is infinite a value may overflow, and then there is none.
    result.none = none || std::isinf(result.low) || std::isinf(result.high);
    return result;
}

template <class Function>
Interval corners(const Interval& a, const Interval& b, Function f) {
    const std::array<double, 4> values{f(a.low, b.low), f(a.low, b.high), f(a.high, b.low),
                                       f(a.high, b.high)};
    return from_corners(values, a.none || b.none);
}

Interval divide(const Interval& a, const Interval& b) {
    if (b.low <= 0 && b.high >= 0) return Interval::anything();
    return corners(a, b, [](double x, double y) { return x / y; });
}

Interval saturate(const Interval& x, const Interval& half) {
    if (half.low <= 0) return Interval::anything();
    return corners(x, half, [](double value, double h) {
        const double above = std::max(value, 0.0);
        return std::isinf(above) ? 1.0 : above / (above + h);
    });
}

template <class Function>
Interval fold(Parts parts, Function f) {
    Interval result = parts.front();
    for (const auto& part : parts.subspan(1))
        result = f(result, part);
    return result;
}

Interval mean(Parts parts) {
    auto sum = fold(parts, [](const Interval& a, const Interval& b) {
        return corners(a, b, [](double x, double y) { return x + y; });
    });
    const auto count = static_cast<double>(parts.size());
    return {sum.low / count, sum.high / count, sum.none};
}

// What it is where both are the same.
Interval in_both(const Interval& a, const Interval& b) {
    const bool same = a.is_certain() && b.is_certain() && a.low == b.low;
    return {std::max(a.low, b.low), std::min(a.high, b.high), !same};
}

Interval choose(Parts parts) {
    const auto& condition = parts[0];
    auto result = Interval::without_value();
    result.none = false;
    if (condition.can_be_yes()) result.include(parts[1]);
    if (condition.can_be_no()) result.include(parts[2]);
    if (condition.none) result.include(in_both(parts[1], parts[2]));
    return result;
}

Interval first_known(Parts parts) {
    auto result = Interval::without_value();
    result.none = false;
    for (const auto& part : parts) {
        Interval value = part;
        value.none = false;
        result.include(value);
        if (!part.none) return result;
    }
    result.none = true;
    return result;
}

Interval arithmetic(const Instruction& in, Parts parts) {
    const auto each = [&](auto f) {
        return fold(parts, [&](const Interval& a, const Interval& b) { return corners(a, b, f); });
    };
    switch (in.op) {
        case Op::Add:
            return each([](double x, double y) { return x + y; });
        case Op::Subtract:
            return each([](double x, double y) { return x - y; });
        case Op::Multiply:
            return each([](double x, double y) { return x * y; });
        case Op::Least:
            return each([](double x, double y) { return std::min(x, y); });
        case Op::Greatest:
            return each([](double x, double y) { return std::max(x, y); });
        case Op::Divide:
            return divide(parts[0], parts[1]);
        case Op::Saturate:
            return saturate(parts[0], parts[1]);
        case Op::Mean:
            return mean(parts);
        default:
            return compare(in.op, parts[0], parts[1], any_none(parts));
    }
}

}  // namespace

Interval interval_of(const Instruction& in, Parts parts) {
    switch (in.op) {
        case Op::Constant:
            return Interval::point(in.number);
        case Op::And:
            return connect(parts, false);
        case Op::Or:
            return connect(parts, true);
        case Op::If:
            return choose(parts);
        case Op::FirstKnown:
            return first_known(parts);
        case Op::Known:
            return Interval::yes_no(parts[0].none, parts[0].has_value(), false);
        default:
            break;
    }
    if (any_without_value(parts)) return Interval::without_value();
    if (in.op == Op::Not)
        return Interval::yes_no(parts[0].can_be_yes(), parts[0].can_be_no(), parts[0].none);
    if (in.op == Op::Present) return {1, 1, parts[0].none};
    return arithmetic(in, parts);
}

}  // namespace colonnade::engine
