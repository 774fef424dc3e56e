// SPDX-License-Identifier: Apache-2.0
// Loops over flags, a byte of 0 or 1 for each element of a list: which are meant, and how many.
#pragma once

#include <cstddef>
#include <cstdint>

#include "dsl/check/typed.hpp"

namespace colonnade::engine {

// Moments that are after `after` and not after `until`, all in seconds.
void flag_moments(const double* at, std::size_t count, double after, double until,
                  std::uint8_t* flags);

// Values that compare with `right` as `op` says.
void flag_compared(dsl::Op op, const double* values, std::size_t count, double right,
                   std::uint8_t* flags);
void flag_compared(dsl::Op op, const std::int32_t* values, std::size_t count, std::int32_t right,
                   std::uint8_t* flags);

void flag_not(const std::uint8_t* part, std::size_t count, std::uint8_t* flags);
// Keeps those that `part` has too, or adds those that it has.
void flag_and(const std::uint8_t* part, std::size_t count, std::uint8_t* flags);
void flag_or(const std::uint8_t* part, std::size_t count, std::uint8_t* flags);

// How many of both are 1; null stands for 1 everywhere.
[[nodiscard]] std::size_t count_flags(const std::uint8_t* a, const std::uint8_t* b,
                                      std::size_t count);

}  // namespace colonnade::engine
