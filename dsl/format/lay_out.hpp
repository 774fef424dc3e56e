// SPDX-License-Identifier: Apache-2.0
// The white space between tokens, as it should be.
#pragma once

#include <string_view>
#include <vector>

#include "dsl/format/tokens.hpp"
#include "dsl/text/edit.hpp"

namespace colonnade::dsl {

// The changes that lay out `text`, whose tokens these are. None where it is laid out.
[[nodiscard]] std::vector<Edit> lay_out(std::string_view text, const YamlTokens& tokens);

}  // namespace colonnade::dsl
