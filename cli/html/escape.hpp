// SPDX-License-Identifier: Apache-2.0
// Texts in HTML.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

// For text and for attribute values in quotes of either kind: nothing in it is markup. What could
// steer a reader (control characters, directions of writing) becomes visible.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace colonnade::cli
