// SPDX-License-Identifier: Apache-2.0
// What evaluation keeps for each instruction: a value and whether it is known, for every profile or
// for every element of a list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/column/buffer.hpp"

namespace colonnade::engine {

// Yes/no is 0 or 1, a category its index, a moment seconds. A value that is not known is 0.
struct Slot {
    Buffer<double> value;
    Buffer<std::uint8_t> known;

    void resize(std::size_t n) {
        value.assign(n, 0);
        known.assign(n, 0);
    }
    void set(std::size_t i, double v) {
        value[i] = v;
        known[i] = 1;
    }
};

// Texts are views into the batch or into `own`.
struct TextSlot {
    std::vector<std::string_view> value;
    std::vector<std::uint8_t> known;
    std::vector<std::string> own;
};

}  // namespace colonnade::engine
