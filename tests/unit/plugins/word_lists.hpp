// SPDX-License-Identifier: Apache-2.0
// The bundled word lists, read by a reader that knows just their form: `[a, b]` below `words:` or
// below the groups.
#pragma once

#include <string>

#include "tests/unit/plugins/values.hpp"

namespace colonnade::tests {

// rules/lists/NAME.yaml; throws where the file is missing or holds no entry.
[[nodiscard]] WordList bundled_list(const std::string& name);

}  // namespace colonnade::tests
