// SPDX-License-Identifier: Apache-2.0
// How the first row of a table is found, whatever separates its cells.
#pragma once

#include <string>
#include <string_view>

#include "plugins/text/csv.hpp"

namespace colonnade::text {

// What separates the cells of a table: what Excel's line `sep=;` says, else that which gives its
// first row the most cells.
[[nodiscard]] char separator_in(std::string_view content);

// A scanner of a table that stands behind such a line, where there is one. `content` is changed.
[[nodiscard]] CsvScanner scan_table(std::string& content);
[[nodiscard]] CsvScanner scan_table(std::string& content, char separator);

// A column's name without case, blanks and signs: `E-Mail 1 - Value` is `email1value`.
[[nodiscard]] std::string plain_name(std::string_view name);

}  // namespace colonnade::text
