// SPDX-License-Identifier: Apache-2.0
// What can be told of the elements of one profile's list. Elements are in, out, or undecided.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/program/program.hpp"

namespace colonnade::engine {

// The time that one profile's list is about, in seconds.
struct TimeSpan {
    double as_of = 0;
    double window = 0;                                               // 0 without a window
    double covered_from = -std::numeric_limits<double>::infinity();  // by the list's coverage
    double joined = -std::numeric_limits<double>::infinity();
};

// The elements of one profile's list. Without `condition` there is none, without `field` neither;
// where nothing says what of them is known, all is.
struct Elements {
    std::size_t count = 0;
    const double* base = nullptr;  // in the window and not after as_of
    const std::uint8_t* base_known = nullptr;
    const double* condition = nullptr;
    const std::uint8_t* condition_known = nullptr;
    const double* field = nullptr;
    const std::uint8_t* field_known = nullptr;
    TimeSpan time;
};

// The same where all is known: a byte of 0 or 1 for what is in the window, and what fulfils the
// condition; null stands for 1 everywhere.
struct FlaggedElements {
    std::size_t count = 0;
    const std::uint8_t* base = nullptr;
    const std::uint8_t* condition = nullptr;
    const double* field = nullptr;
    TimeSpan time;
};

struct Tally {
    std::size_t in = 0;
    std::size_t out = 0;        // in the window, condition not fulfilled
    std::size_t undecided = 0;  // window or condition unknown
};

enum class Membership { In, Out, Outside, Undecided };

[[nodiscard]] Membership membership(const Elements& e, std::size_t i);
[[nodiscard]] Tally tally(const Elements& e);
// Elements that had to be left out because the condition or the field was unknown.
[[nodiscard]] std::size_t left_out(const Elements& e);
// True where part of the window, or of the list without one, lies before the data begins.
[[nodiscard]] bool reaches_before_data(const TimeSpan& time);
// Seconds that a rate divides by; nothing under 7 days, which tell no rhythm.
[[nodiscard]] std::optional<double> covered_seconds(const TimeSpan& time);

// The value of an aggregate; no number (NaN) where it is unknown: an optional one would go through
// memory, in halves that its reader has to wait for. `scratch` is memory to work in.
[[nodiscard]] double aggregate_value(dsl::Op op, const Elements& e, std::vector<double>& scratch);
[[nodiscard]] double aggregate_value(dsl::Op op, const FlaggedElements& e,
                                     std::vector<double>& scratch);

}  // namespace colonnade::engine
