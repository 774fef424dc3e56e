// SPDX-License-Identifier: Apache-2.0
// Small questions about text in UTF-8: trimming, lower case, words, links. No locale is asked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace colonnade::text {

// Without blanks, tabs and line ends at both sides.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// Lower case of the Latin letters up to U+017F, which covers the languages that names and companies
// are compared in here; every other character stays.
[[nodiscard]] std::string lower(std::string_view text);

// Equal but for the case of a..z.
[[nodiscard]] bool is_same_word(std::string_view left, std::string_view right);

// The same but for blanks and underscores too: `Shared URL` is the column `SharedUrl`.
[[nodiscard]] bool is_same_name(std::string_view left, std::string_view right);

// The number of runs between Unicode white space.
[[nodiscard]] std::int64_t count_words(std::string_view text);

// The number of web addresses: places where http:// or https:// begins.
[[nodiscard]] std::int64_t count_links(std::string_view text);

// Turns %41 into A; a percent sign without two hex digits stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

// Replaces each byte that is not part of valid UTF-8 by U+FFFD and says how many there were.
[[nodiscard]] std::int64_t repair_utf8(std::string& text);

// Whether there are bytes beyond ASCII and not one character of UTF-8 among them: a text in some
// other encoding, rather than one that was damaged.
[[nodiscard]] bool holds_no_utf8(std::string_view text);

// A file name that is safe to show: valid UTF-8, control characters replaced by U+FFFD.
[[nodiscard]] std::string shown_name(std::string_view name);

}  // namespace colonnade::text
