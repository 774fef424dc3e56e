// SPDX-License-Identifier: Apache-2.0
// Made-up profiles of the schema `everything`, and what a profile with unknown facts can turn out
// to be.
#pragma once

#include "tests/support/plain_profile.hpp"

namespace colonnade::tests {

inline constexpr double AsOf = 1'795'176'000;  // 2026-11-20T12:00:00Z

// Each fact and field is known with that chance; with 100 nothing at all is unknown.
[[nodiscard]] PlainProfile random_profile(int percent_known);

// The profile with unknown facts and fields made known, each with that chance. A list that began
// late may get elements from before.
[[nodiscard]] PlainProfile completed(const PlainProfile& profile, int percent);

}  // namespace colonnade::tests
