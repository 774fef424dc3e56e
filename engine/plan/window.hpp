// SPDX-License-Identifier: Apache-2.0
// How long it takes until what is done week by week shows in full: a rate or a count over a window
// rises for as long as the window is.
#pragma once

#include "dsl/check/typed.hpp"

namespace colonnade::engine {

// The longest window of the rates and counts in the expression, in seconds; 0 where it has none, or
// is no amount, of which there is no part: then a value holds as soon as the work is done.
[[nodiscard]] double rising_window(const dsl::TypedNodes& nodes, int root);

// True where the value is a number of things, of which there is no half.
[[nodiscard]] bool counts_things(const dsl::TypedNodes& nodes, int root);

}  // namespace colonnade::engine
