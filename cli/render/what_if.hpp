// SPDX-License-Identifier: Apache-2.0
// The answer of `whatif`: for a terminal of 80 columns, or as JSON, a contract described by
// docs/schemas/what-if.schema.json. The results in it are rounded already.
#pragma once

#include <string>

#include "cli/render/text.hpp"
#include "engine/whatif/what_if.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string render_what_if(const engine::WhatIf& what, TextStyle style);
[[nodiscard]] std::string render_what_if_json(const engine::WhatIf& what);

}  // namespace colonnade::cli
