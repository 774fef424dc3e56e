// SPDX-License-Identifier: Apache-2.0
// A digit of ASCII: no locale is asked, and figures of other scripts are none.
#pragma once

namespace colonnade::text {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace colonnade::text
