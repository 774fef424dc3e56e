// SPDX-License-Identifier: Apache-2.0
// Syntax back into text, for messages and tools that show an expression.
#pragma once

#include <string>

#include "dsl/expr/ast.hpp"

namespace colonnade::dsl {

// One line with single blanks and no parentheses but those that the meaning needs; reading it
// again gives the same tree. Comments and line breaks of the original are not kept.
[[nodiscard]] std::string print(const Ast& ast);

}  // namespace colonnade::dsl
