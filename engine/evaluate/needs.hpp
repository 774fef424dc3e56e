// SPDX-License-Identifier: Apache-2.0
// What of each instruction somebody computes with, where all is known of the list that it is about.
// Most of what is asked of elements is which of them are counted; a byte for each says that, and
// numbers that say the same are not made.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/program/program.hpp"

namespace colonnade::engine {

struct Need {
    bool value = false;
    // The same as flags of 0 or 1; of a text: its lower case.
    bool flags = false;
    // Of an aggregate: it counts flags.
    bool by_flags = false;
};

// Per instruction of the program; `needed` are those that are computed, in rising order.
[[nodiscard]] std::vector<Need> needs_of(const Program& program, const std::vector<int>& needed);

}  // namespace colonnade::engine
