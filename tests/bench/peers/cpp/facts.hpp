// SPDX-License-Identifier: Apache-2.0
// The facts of many profiles as columns, as one would declare them for this one scorecard.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "facts.inc"

namespace peer {

inline constexpr std::array<std::string_view, 4> CategoryValues = {CATEGORY_VALUES};

inline constexpr std::size_t Block = 256;

struct Facts {
    std::size_t rows = 0;
    std::vector<std::string> id;
    // Yes is 1, no 0, a category the place of its value: where bytes and doubles meet, the compiler
    // finds no vector instructions.
#define COLUMN(name) std::vector<double> name;
    FOR_EACH_FACT(COLUMN, COLUMN, COLUMN)
#undef COLUMN

    // Columns end at whole blocks.
    void make_room(std::size_t number) {
        const auto padded = (number + Block - 1) / Block * Block;
        if (id.size() >= padded) return;
        id.resize(padded);
#define RESIZE(name) name.resize(padded);
        FOR_EACH_FACT(RESIZE, RESIZE, RESIZE)
#undef RESIZE
    }
};

}  // namespace peer
