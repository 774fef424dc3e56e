// SPDX-License-Identifier: Apache-2.0
// Every expression of a few operators over three facts: the numbers `n` and `m`, and the yes/no
// `flag`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/support/plain_profile.hpp"

namespace colonnade::tests {

// All with exactly so many operators, each once; by their kind, one after the other.
[[nodiscard]] std::vector<std::string> small_expressions(std::size_t operators);

// 64: unknown, zero and the like in every combination, and numbers at the edges of doubles.
[[nodiscard]] std::vector<PlainProfile> small_profiles();

}  // namespace colonnade::tests
