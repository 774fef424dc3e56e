// SPDX-License-Identifier: Apache-2.0
// Pieces of an expression that stand in the wrong place: windows behind a bracket or a condition,
// chains of comparisons, `not` before `in`. Internal to expr.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/expr/tokens.hpp"

namespace colonnade::dsl {

// The text with the piece moved, where the token `at` is what the grammar does not expect there.
[[nodiscard]] std::optional<std::string> moved(std::string_view text,
                                               const std::vector<Token>& tokens, std::size_t at);

}  // namespace colonnade::dsl
