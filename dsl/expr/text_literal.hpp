// SPDX-License-Identifier: Apache-2.0
// A text as an expression writes it: `"…"`, where `\"` is a quote and `\\` a backslash. Before
// anything else a backslash stands for itself, so that patterns are written as people know them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace colonnade::dsl {

// `literal` with its quotes.
[[nodiscard]] std::string text_of_literal(std::string_view literal);
[[nodiscard]] std::string literal_of_text(std::string_view text);

// Where the byte `at` of the text stands in the literal.
[[nodiscard]] std::size_t place_in_literal(std::string_view literal, std::size_t at);

}  // namespace colonnade::dsl
