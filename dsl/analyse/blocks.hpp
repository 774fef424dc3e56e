// SPDX-License-Identifier: Apache-2.0
// The lines of a text as an author sees them: one that says something, with all below it that are
// indented deeper.
#pragma once

#include <cstdint>
#include <vector>

#include "dsl/text/source.hpp"

namespace colonnade::dsl {

// From 1 on, both included.
struct LineRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

class Blocks {
public:
    explicit Blocks(const Source& source);

    // What begins with the first line behind `line` that says something: is neither empty nor a
    // comment. That line alone where there is none.
    [[nodiscard]] LineRange below(std::uint32_t line) const;

private:
    std::vector<LineRange> blocks_;  // of each line that says something, in order
};

}  // namespace colonnade::dsl
