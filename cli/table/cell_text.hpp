// SPDX-License-Identifier: Apache-2.0
// Texts in tables.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

// A JSON string. What is no UTF-8 is replaced.
[[nodiscard]] std::string json_text(std::string_view text);
// A cell of RFC 4180. A program that opens the table must not take it for a formula: what begins
// like one stands behind an apostrophe.
[[nodiscard]] std::string csv_text(std::string_view text);

}  // namespace colonnade::cli
