// SPDX-License-Identifier: Apache-2.0
// The elements of one profile's list as an aggregate sees them.
#pragma once

#include <vector>

#include "engine/column/batch.hpp"
#include "engine/evaluate/aggregates.hpp"
#include "engine/evaluate/slots.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

// Views into `slots`, which must outlive them.
[[nodiscard]] Elements elements_of(const Batch& batch, const std::vector<Slot>& slots,
                                   const Instruction& aggregate, std::size_t row);

}  // namespace colonnade::engine
