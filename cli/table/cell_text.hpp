// SPDX-License-Identifier: Apache-2.0
// Texts in tables.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

enum class TableForm { Csv, Ndjson };

// A text as it is written in such a table. In NDJSON a JSON string, in which what is no UTF-8 is
// replaced; in CSV a cell of RFC 4180, in which that and what a terminal would obey, line ends
// apart, stands in a visible form (`<U+001B>`). A program that opens the table must not take it for
// a formula: what begins like one stands behind an apostrophe.
[[nodiscard]] std::string text_cell(std::string_view text, TableForm form);

// Whether that is the text itself, in NDJSON between quotes. Never true where it is not; of texts
// beyond ASCII not known.
[[nodiscard]] bool is_plain(std::string_view text, TableForm form);

}  // namespace colonnade::cli
