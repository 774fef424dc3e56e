// SPDX-License-Identifier: Apache-2.0
// Texts as YAML takes them: plain where it would not read something else into them, else in quotes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/text/edit.hpp"

namespace colonnade::dsl {

// The text as a scalar behind a key.
[[nodiscard]] std::string as_scalar(std::string_view text, bool in_flow);

// With every quote doubled, as a text in single quotes has it.
[[nodiscard]] std::string doubled(std::string_view text, char quote);

// Puts the value that holds the byte `at`, where YAML stopped, in quotes: what stands behind `key:
// ` or `- `, up to the end of the line. Nothing where the value may go on below, holds what may be
// a comment, or has quotes that are wrong rather than missing.
[[nodiscard]] std::vector<Edit> quote_value(std::string_view text, std::uint32_t at,
                                            std::uint32_t file);

}  // namespace colonnade::dsl
