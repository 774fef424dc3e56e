// SPDX-License-Identifier: Apache-2.0
// The pieces of a rule's expressions with their values, as an indented tree.
#pragma once

#include <string>
#include <string_view>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

// A line for each piece: its place (line and column), the piece, its value. `file` is the file that
// was named last; a line names another one. Empty where nobody asked for the pieces.
[[nodiscard]] std::string render_parts(const engine::RuleResult& rule, std::string& file,
                                       std::string_view language);

}  // namespace colonnade::cli
