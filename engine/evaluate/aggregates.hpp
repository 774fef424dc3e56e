// SPDX-License-Identifier: Apache-2.0
// What can be told of the elements of one profile's list. Elements are in, out, or undecided.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "engine/program/program.hpp"

namespace colonnade::engine {

// The elements of one profile's list. Spans have equal length; an empty one means: no condition, no
// field.
struct Elements {
    std::span<const double> base;  // in the window and not after as_of
    std::span<const std::uint8_t> base_known;
    std::span<const double> condition;
    std::span<const std::uint8_t> condition_known;
    std::span<const double> field;
    std::span<const std::uint8_t> field_known;
    double as_of = 0;                                                // seconds
    double window = 0;                                               // seconds, 0 without a window
    double covered_from = -std::numeric_limits<double>::infinity();  // by the list's coverage
    double joined = -std::numeric_limits<double>::infinity();
};

struct Tally {
    std::size_t in = 0;
    std::size_t out = 0;        // in the window, condition not fulfilled
    std::size_t undecided = 0;  // window or condition unknown
};

enum class Membership { In, Out, Outside, Undecided };

[[nodiscard]] Membership membership(const Elements& e, std::size_t i);
[[nodiscard]] Tally tally(const Elements& e);
// True where part of the window, or of the list without one, lies before the data begins.
[[nodiscard]] bool reaches_before_data(const Elements& e);
// Seconds that a rate divides by; nothing under 7 days, which tell no rhythm.
[[nodiscard]] std::optional<double> covered_seconds(const Elements& e);

// The value of an aggregate; nothing where it is unknown.
[[nodiscard]] std::optional<double> aggregate_value(dsl::Op op, const Elements& e);

}  // namespace colonnade::engine
