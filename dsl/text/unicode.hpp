// SPDX-License-Identifier: Apache-2.0
// What the project needs to know of Unicode. All functions take any bytes; what is no UTF-8 counts
// as one code point a byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace colonnade::dsl {

// Offset of the first byte that is no valid UTF-8, or npos.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

[[nodiscard]] std::size_t code_point_count(std::string_view text);

// Runs between Unicode white space.
[[nodiscard]] std::size_t word_count(std::string_view text);

// Each code point in its simple lower case form.
[[nodiscard]] std::string lower(std::string_view text);

// Cells that the text takes in a terminal; a control character takes none.
[[nodiscard]] std::size_t display_width(std::string_view text);

// The text cut to at most `width` cells, with "…" where something was cut.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

// The text with everything a terminal could obey (control, bidi and invisible characters, bytes
// that are no UTF-8) replaced by a visible form such as <U+001B>. Keeps line breaks if asked to.
[[nodiscard]] std::string visible(std::string_view text, bool keep_line_breaks = false);

}  // namespace colonnade::dsl
