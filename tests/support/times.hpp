// SPDX-License-Identifier: Apache-2.0
// Long texts for tests of limits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace colonnade::tests {

[[nodiscard]] inline std::string times(std::size_t count, std::string_view piece) {
    std::string text;
    text.reserve(count * piece.size());
    for (std::size_t i = 0; i < count; ++i)
        text += piece;
    return text;
}

}  // namespace colonnade::tests
