// SPDX-License-Identifier: Apache-2.0
// Loops over blocks of values: logic, comparisons, arithmetic, choice. Each handles unknown as the
// language says; what is not finite becomes unknown. Values are computed for all places without a
// branch and whatever is known; what is known is told beside, and only where something is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/evaluate/slots.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

// One part of an instruction over the places that are being computed.
struct Operand {
    const double* value = nullptr;
    const std::uint8_t* known = nullptr;  // null: all of them
    bool is_constant = false;             // all values are the same
};

// Computes an instruction whose parts are all values, over the first `count` places of `out`. True
// where all are known, and then `out.known` is left alone.
[[nodiscard]] bool compute_values(const Instruction& in, std::span<const Operand> parts,
                                  std::size_t count, Slot& out);

}  // namespace colonnade::engine
