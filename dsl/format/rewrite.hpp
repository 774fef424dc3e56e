// SPDX-License-Identifier: Apache-2.0
// What is written otherwise before a file is laid out: maps in braces that a comma would cut, and
// words that other programs take for no text.
#pragma once

#include <string_view>
#include <vector>

#include "dsl/format/tokens.hpp"
#include "dsl/text/edit.hpp"

namespace colonnade::dsl {

// The changes to `text`, which was read as `root` and cut into `tokens`. Of maps within one another
// only the outer one is written otherwise; none where nothing is left to do.
[[nodiscard]] std::vector<Edit> rewrite(std::string_view text, const Node& root,
                                        const YamlTokens& tokens);

}  // namespace colonnade::dsl
