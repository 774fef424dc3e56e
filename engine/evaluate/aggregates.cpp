// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/aggregates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace colonnade::engine {
namespace {

using dsl::Op;

// A rhythm of fewer days says nothing.
constexpr double ShortestRateSeconds = 7 * 86'400.0;

// The known fields of the elements that are in, in element order.
std::vector<double> known_fields(const Elements& e) {
    std::vector<double> values;
    for (std::size_t i = 0; i < e.base.size(); ++i) {
        if (membership(e, i) == Membership::In && e.field_known[i] != 0)
            values.push_back(e.field[i]);
    }
    return values;
}

std::optional<double> finite(double value) {
    if (!std::isfinite(value)) return std::nullopt;
    return value + 0.0;
}

double sum_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum;
}

double median_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double distinct_in(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return static_cast<double>(std::unique(values.begin(), values.end()) - values.begin());
}

// The longest pause between the window's start, the elements and as_of. Without a window the first
// pause is the one after the first element, and an empty list has none.
std::optional<double> longest_gap(const Elements& e, std::vector<double> moments) {
    std::sort(moments.begin(), moments.end());
    if (e.window <= 0 && moments.empty()) return std::nullopt;
    double previous = e.window > 0 ? e.as_of - e.window : moments.front();
    double longest = 0;
    for (const double moment : moments) {
        longest = std::max(longest, moment - previous);
        previous = moment;
    }
    return finite(std::max(longest, e.as_of - previous));
}

std::optional<double> of_fields(Op op, const Elements& e) {
    auto values = known_fields(e);
    if (op == Op::Gap) return longest_gap(e, std::move(values));
    if (op == Op::Distinct) return distinct_in(std::move(values));
    if (op == Op::Sum) return finite(sum_of(values));
    if (values.empty()) return std::nullopt;
    switch (op) {
        case Op::ListMean:
            return finite(sum_of(values) / static_cast<double>(values.size()));
        case Op::Median:
            return finite(median_of(std::move(values)));
        case Op::ListLeast:
            return *std::min_element(values.begin(), values.end());
        default:
            return *std::max_element(values.begin(), values.end());
    }
}

std::optional<double> not_empty(const Tally& t, bool late) {
    if (t.in > 0) return 1;
    if (late || t.undecided > 0) return std::nullopt;
    return 0;
}

}  // namespace

Membership membership(const Elements& e, std::size_t i) {
    if (e.base_known[i] != 0 && e.base[i] == 0) return Membership::Outside;
    if (e.condition.empty()) return e.base_known[i] != 0 ? Membership::In : Membership::Undecided;
    if (e.base_known[i] == 0 || e.condition_known[i] == 0) return Membership::Undecided;
    return e.condition[i] != 0 ? Membership::In : Membership::Out;
}

Tally tally(const Elements& e) {
    Tally t;
    for (std::size_t i = 0; i < e.base.size(); ++i) {
        switch (membership(e, i)) {
            case Membership::In:
                ++t.in;
                break;
            case Membership::Out:
                ++t.out;
                break;
            case Membership::Undecided:
                ++t.undecided;
                break;
            case Membership::Outside:
                break;
        }
    }
    return t;
}

bool reaches_before_data(const Elements& e) {
    // Before a person joined there was nothing: that part of a window is known to be empty.
    const double from = e.window > 0 ? std::max(e.as_of - e.window, e.joined) : e.joined;
    return e.covered_from > from;
}

std::optional<double> covered_seconds(const Elements& e) {
    const double covered = std::min(e.window, e.as_of - std::max(e.joined, e.covered_from));
    if (covered < ShortestRateSeconds) return std::nullopt;
    return covered;
}

std::optional<double> aggregate_value(Op op, const Elements& e) {
    const auto t = tally(e);
    const bool late = reaches_before_data(e);
    if (op == Op::NotEmpty) return not_empty(t, late);
    const auto all = t.in + t.out + t.undecided;
    if (2 * t.undecided > all) return std::nullopt;
    const auto in = static_cast<double>(t.in);
    if (op == Op::Rate) {
        const auto seconds = covered_seconds(e);
        if (!seconds) return std::nullopt;
        return in / *seconds;
    }
    // What lies before the data is unknown, not none. The latest is the latest all the same.
    if (late && op != Op::ListGreatest) return std::nullopt;
    if (op == Op::Count) return in;
    if (op != Op::Share) return of_fields(op, e);
    if (t.in + t.out == 0) return std::nullopt;
    return in / static_cast<double>(t.in + t.out);
}

}  // namespace colonnade::engine
