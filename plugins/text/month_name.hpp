// SPDX-License-Identifier: Apache-2.0
// Months by name, in English and German. No name means one month here and another there.
#pragma once

#include <string_view>

namespace colonnade::text {

// The letters that a text begins with, and bytes beyond ASCII.
[[nodiscard]] std::string_view first_word(std::string_view text);

// `Nov`, `november` or `März`, whatever the case: 1 to 12, or 0 where it is no month.
[[nodiscard]] int month_named(std::string_view word);

}  // namespace colonnade::text
