// SPDX-License-Identifier: Apache-2.0
// Loops over whole columns of values: logic, comparisons, arithmetic, choice. Each handles unknown
// as the language says; what is not finite becomes unknown.
#pragma once

#include <span>

#include "engine/evaluate/slots.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

// Computes an instruction whose parts are all values. `parts` are its args in order; `out` has the
// right size and is all unknown.
void compute_values(const Instruction& in, std::span<const Slot* const> parts, Slot& out);

}  // namespace colonnade::engine
