// SPDX-License-Identifier: Apache-2.0
// Curves over blocks of values.
#pragma once

#include <cstddef>

#include "dsl/rulebook/curve.hpp"

namespace colonnade::engine {

// For each value the share that `dsl::share_at` gives for it, to the bit. `shares` and `x` do not
// overlap.
void shares_of(const dsl::Curve& curve, const double* x, std::size_t count, double* shares);

}  // namespace colonnade::engine
