// SPDX-License-Identifier: Apache-2.0
// Gates below a text result.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/gates/gate.hpp"
#include "cli/render/text.hpp"

namespace colonnade::cli {

// A section of its own; empty where there are no gates.
[[nodiscard]] std::string render_gates(const std::vector<GateResult>& gates,
                                       std::string_view language, TextStyle style);

}  // namespace colonnade::cli
