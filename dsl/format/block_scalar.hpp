// SPDX-License-Identifier: Apache-2.0
// The lines of a text in block style (`|`, `>`): where they are, and how far in they stand.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace colonnade::dsl {

struct BlockScalar {
    std::size_t sign = 0;    // length of `|` or `>` and what belongs to it
    std::size_t begin = 0;   // start of the first line; `end` where there is none
    std::size_t end = 0;     // end of the last line that counts
    std::size_t column = 0;  // where the lines start; blanks from here on are text
    std::optional<std::size_t>
        width;  // how much further in than the parent, where the sign says so
};

// Of the text whose sign is at `at` and that stands in a map or list in column `parent`. `text` has
// no carriage returns.
[[nodiscard]] BlockScalar locate_block(std::string_view text, std::size_t at, std::size_t parent);

}  // namespace colonnade::dsl
