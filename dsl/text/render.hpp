// SPDX-License-Identifier: Apache-2.0
// Findings as a person reads them in a terminal: place, message, the line, carets, help.
#pragma once

#include <string>

#include "dsl/text/diagnostic.hpp"

namespace colonnade::dsl {

// At most this many findings are printed; the rest is counted. More than that nobody reads.
inline constexpr std::size_t MostFindings = 100;

// `file:line:column: error: message [code]`, the source line, carets under the range, `help: …`.
// With `colour`, ANSI sequences mark severity and carets.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, bool colour);

// All findings in reading order, and a closing line with their number; empty where there are none.
[[nodiscard]] std::string render(const Diagnostics& diagnostics, bool colour);

}  // namespace colonnade::dsl
