// SPDX-License-Identifier: Apache-2.0
// Texts that YAML takes for a number, a date or a yes/no. Our own reader does not, but an editor or
// another program may, so they stand in quotes.
#pragma once

#include <string_view>

namespace colonnade::dsl {

// Whether some reader of YAML 1.1 or 1.2 takes the scalar for something other than a text.
[[nodiscard]] bool is_other_than_text(std::string_view scalar);

}  // namespace colonnade::dsl
