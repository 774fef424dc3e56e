// SPDX-License-Identifier: Apache-2.0
// Values of columns as evaluation computes with them.
#pragma once

#include "engine/column/column.hpp"
#include "engine/evaluate/slots.hpp"

namespace colonnade::engine {

// Values of the column, not a text's. They stay where they lie if they lie there as doubles; `own`
// takes them otherwise, and what is known of them where not all is.
[[nodiscard]] SlotView load(const Column& column, Range range, Slot& own);

// Of a kind whose columns hold what is computed with.
[[nodiscard]] bool is_stored_as_double(dsl::Kind kind);

// Which of the values are known; `own` takes it where not all are.
[[nodiscard]] PlacedFlags load_known(const Bitmap& known, Range range, Buffer<std::uint8_t>& own);

[[nodiscard]] bool all_known(const Bitmap& known, Range range);

// Moments in seconds.
void load_moments(const std::int64_t* micros, std::size_t count, double* seconds);

}  // namespace colonnade::engine
