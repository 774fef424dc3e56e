// SPDX-License-Identifier: Apache-2.0
// JSON that may be shown in a terminal.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

// The same JSON value, with the characters that a terminal could obey (control characters beyond
// ASCII, directions of writing, line separators) in their escaped form. Not for other texts: it
// relies on such characters standing in strings only.
[[nodiscard]] std::string plain_json(std::string_view json);

}  // namespace colonnade::cli
