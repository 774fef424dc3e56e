// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/aggregates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/evaluate/flags.hpp"
#include "engine/evaluate/vectors.hpp"

namespace colonnade::engine {
namespace {

using dsl::Op;

// A rhythm of fewer days says nothing.
constexpr double ShortestRateSeconds = 7 * 86'400.0;

constexpr double Unknown = std::numeric_limits<double>::quiet_NaN();

double finite(double value) {
    return std::isfinite(value) ? value + 0.0 : Unknown;
}

bool is_known(const std::uint8_t* known, std::size_t i) {
    return known == nullptr || known[i] != 0;
}

// The known fields of the elements that are in, in element order.
template <class Take>
void each_field(const Elements& e, Take take) {
    if (e.base_known == nullptr && e.condition_known == nullptr && e.field_known == nullptr) {
        for (std::size_t i = 0; i < e.count; ++i) {
            const bool is_in = e.base[i] != 0 && (e.condition == nullptr || e.condition[i] != 0);
            if (is_in) take(e.field[i]);
        }
        return;
    }
    for (std::size_t i = 0; i < e.count; ++i) {
        if (membership(e, i) == Membership::In && is_known(e.field_known, i)) take(e.field[i]);
    }
}

template <class Take>
void each_field(const FlaggedElements& e, Take take) {
    const auto* one = e.base != nullptr ? e.base : e.condition;
    const auto* other = e.base != nullptr ? e.condition : nullptr;
    for (std::size_t i = 0; i < e.count; ++i) {
        const bool is_in = one == nullptr || (one[i] != 0 && (other == nullptr || other[i] != 0));
        if (is_in) take(e.field[i]);
    }
}

double median_of(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double distinct_in(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    return static_cast<double>(std::unique(values.begin(), values.end()) - values.begin());
}

// The longest pause between the window's start, the elements and as_of. Without a window the first
// pause is the one after the first element, and an empty list has none.
double longest_gap(const TimeSpan& time, std::vector<double>& moments) {
    std::sort(moments.begin(), moments.end());
    if (time.window <= 0 && moments.empty()) return Unknown;
    double previous = time.window > 0 ? time.as_of - time.window : moments.front();
    double longest = 0;
    for (const double moment : moments) {
        longest = std::max(longest, moment - previous);
        previous = moment;
    }
    return finite(std::max(longest, time.as_of - previous));
}

// Aggregates that need all fields at once.
template <class List>
double of_all_fields(Op op, const List& e, std::vector<double>& values) {
    values.clear();
    each_field(e, [&](double value) { values.push_back(value); });
    if (op == Op::Gap) return longest_gap(e.time, values);
    if (op == Op::Distinct) return distinct_in(values);
    if (values.empty()) return Unknown;
    return finite(median_of(values));
}

// What `step` makes of a start and one field after the other, and of how many. Built into what
// calls it, the result would be kept in memory, and each step would wait for the last one to be
// stored.
template <class List, class Step>
[[gnu::noinline]] std::pair<double, std::size_t> folded(const List& e, double result, Step step) {
    std::size_t count = 0;
    each_field(e, [&](double value) {
        ++count;
        result = step(result, value);
    });
    return {result, count};
}

// The first of the best ones. Each step would wait for the last one: in four runs only every fourth
// does, and a run that begins later wins no draw.
template <class Better>
[[gnu::noinline]] double best_of(const FlaggedElements& e, double worst, Better better) {
    constexpr std::size_t Runs = 4;
    const auto* one = e.base != nullptr ? e.base : e.condition;
    const auto* other = e.condition != nullptr ? e.condition : one;
    const auto at = [&](std::size_t i) {
        return one == nullptr || (one[i] & other[i]) != 0 ? e.field[i] : worst;
    };
    std::array<double, Runs> best{};
    best.fill(worst);
    const auto length = e.count / Runs;
    for (std::size_t i = 0; i < length; ++i) {
        for (std::size_t run = 0; run < Runs; ++run)
            best[run] = better(best[run], at(run * length + i));
    }
    for (std::size_t i = Runs * length; i < e.count; ++i)
        best.back() = better(best.back(), at(i));
    return std::accumulate(best.begin() + 1, best.end(), best.front(), better);
}

template <class Better>
std::pair<double, std::size_t> best_field(const FlaggedElements& e, double worst, Better better) {
    return {best_of(e, worst, better), count_flags(e.base, e.condition, e.count)};
}

template <class Better>
std::pair<double, std::size_t> best_field(const Elements& e, double worst, Better better) {
    return folded(e, worst, better);
}

// Aggregates that take one field after the other.
template <class List>
double of_each_field(Op op, const List& e) {
    // The first of equals, as for 0 and -0; any value is less, or greater, than infinity.
    constexpr double Infinity = std::numeric_limits<double>::infinity();
    if (op == Op::ListLeast || op == Op::ListGreatest) {
        const auto [found, count] =
            op == Op::ListLeast
                ? best_field(e, Infinity, [](double least, double x) { return std::min(least, x); })
                : best_field(e, -Infinity, [](double most, double x) { return std::max(most, x); });
        return count == 0 ? Unknown : found;
    }
    const auto [sum, count] = folded(e, 0, [](double before, double x) { return before + x; });
    if (op == Op::Sum) return finite(sum);
    if (count == 0) return Unknown;
    return finite(sum / static_cast<double>(count));
}

template <class List>
double of_fields(Op op, const List& e, std::vector<double>& scratch) {
    const bool all = op == Op::Gap || op == Op::Distinct || op == Op::Median;
    return all ? of_all_fields(op, e, scratch) : of_each_field(op, e);
}

double not_empty(const Tally& t, bool late) {
    if (t.in > 0) return 1;
    if (late || t.undecided > 0) return Unknown;
    return 0;
}

// Where nothing is unknown: nothing is undecided.
COLONNADE_WIDE Tally tally_known(const Elements& e) {
    std::int64_t there = 0;
    std::int64_t in = 0;
    for (std::size_t i = 0; i < e.count; ++i)
        there += e.base[i] != 0 ? 1 : 0;
    if (e.condition == nullptr) return {static_cast<std::size_t>(there), 0, 0};
    for (std::size_t i = 0; i < e.count; ++i)
        in += e.base[i] != 0 && e.condition[i] != 0 ? 1 : 0;
    return {static_cast<std::size_t>(in), static_cast<std::size_t>(there - in), 0};
}

// Where nothing is unknown: nothing is undecided.
Tally tally_known(Op op, const FlaggedElements& e) {
    const auto in = count_flags(e.base, e.condition, e.count);
    // Only a share asks for the others.
    const auto there = op == Op::Share ? count_flags(e.base, nullptr, e.count) : in;
    return {in, there - in, 0};
}

template <class List>
double value_of(Op op, const Tally& t, const List& e, std::vector<double>& scratch) {
    const bool late = reaches_before_data(e.time);
    if (op == Op::NotEmpty) return not_empty(t, late);
    const auto all = t.in + t.out + t.undecided;
    if (2 * t.undecided > all) return Unknown;
    const auto in = static_cast<double>(t.in);
    if (op == Op::Rate) {
        const auto seconds = covered_seconds(e.time);
        if (!seconds) return Unknown;
        return in / *seconds;
    }
    // What lies before the data is unknown, not none. The latest is the latest all the same.
    if (late && op != Op::ListGreatest) return Unknown;
    if (op == Op::Count) return in;
    if (op != Op::Share) return of_fields(op, e, scratch);
    if (t.in + t.out == 0) return Unknown;
    return in / static_cast<double>(t.in + t.out);
}

}  // namespace

Membership membership(const Elements& e, std::size_t i) {
    const bool base_known = is_known(e.base_known, i);
    if (base_known && e.base[i] == 0) return Membership::Outside;
    if (!base_known || !is_known(e.condition_known, i)) return Membership::Undecided;
    return e.condition == nullptr || e.condition[i] != 0 ? Membership::In : Membership::Out;
}

Tally tally(const Elements& e) {
    if (e.base_known == nullptr && e.condition_known == nullptr) return tally_known(e);
    Tally t;
    for (std::size_t i = 0; i < e.count; ++i) {
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

std::size_t left_out(const Elements& e) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < e.count; ++i) {
        const auto m = membership(e, i);
        const bool no_field = m == Membership::In && !is_known(e.field_known, i);
        if (m == Membership::Undecided || no_field) ++count;
    }
    return count;
}

bool reaches_before_data(const TimeSpan& time) {
    // Before a person joined there was nothing: that part of a window is known to be empty.
    const double from =
        time.window > 0 ? std::max(time.as_of - time.window, time.joined) : time.joined;
    return time.covered_from > from;
}

std::optional<double> covered_seconds(const TimeSpan& time) {
    const double covered =
        std::min(time.window, time.as_of - std::max(time.joined, time.covered_from));
    if (covered < ShortestRateSeconds) return std::nullopt;
    return covered;
}

double aggregate_value(Op op, const Elements& e, std::vector<double>& scratch) {
    return value_of(op, tally(e), e, scratch);
}

double aggregate_value(Op op, const FlaggedElements& e, std::vector<double>& scratch) {
    return value_of(op, tally_known(op, e), e, scratch);
}

}  // namespace colonnade::engine
