// SPDX-License-Identifier: Apache-2.0
// Equality for looking names up one after another: most differ in their length or first byte, and
// are told apart without a call.
#pragma once

#include <string_view>

namespace colonnade::dsl {

[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    return a.empty() || (a.front() == b.front() && a == b);
}

}  // namespace colonnade::dsl
