// SPDX-License-Identifier: Apache-2.0
// Bounds an expression before the recursive grammar sees it.
#pragma once

#include <optional>

#include "dsl/expr/parse.hpp"

namespace colonnade::dsl {

[[nodiscard]] std::optional<SyntaxProblem> prescan(std::string_view text);

// The deepest chain of parts in the tree; parts stand before their users, so one pass is enough.
[[nodiscard]] std::size_t depth_of(const Ast& ast);

// What the grammar has made of `text` may still be too much for those who walk the tree.
[[nodiscard]] std::optional<SyntaxProblem> check_size(const Ast& ast, std::string_view text);

}  // namespace colonnade::dsl
