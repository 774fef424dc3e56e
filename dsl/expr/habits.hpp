// SPDX-License-Identifier: Apache-2.0
// The table of what people type who come from other languages, from spreadsheets or from speech,
// and what the language writes instead. Internal to expr.
#pragma once

#include <span>
#include <string_view>

namespace colonnade::dsl {

// `typed` is a row of patterns with blanks between them, each for one token:
//   N   a number                        T   exactly three digits
//   M   digits in groups, `1.000.000`   D   a German date, `31.01.2026`
//   U   a unit of time, in English or German, however written
//   F   such a unit that the language does not know as it stands
//   Q   a text in other quotes          K   a word of the language in other letters, or a call
//   W   a word that could be a text     R   everything that is left, and not nothing
//   else the token itself, in lower case. `~` before a pattern: without a blank before it.
// `meant` takes what the capitals stood for: `$1` the first, and so on; `$2s` puts a unit in the
// plural where the number before it is not 1.
struct Habit {
    enum class Where { Values, Expressions, Both };
    Where where = Where::Both;
    std::string_view typed;
    std::string_view meant;         // empty: more than one meaning is possible, so only the help
    std::string_view help;          // where the whole cannot be put right
    bool after_text_field = false;  // only right of something that is a text
    bool outside_brackets = false;  // inside them it means something else
};

[[nodiscard]] std::span<const Habit> habits();

}  // namespace colonnade::dsl
