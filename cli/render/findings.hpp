// SPDX-License-Identifier: Apache-2.0
// Findings for other programs. All of them, however many.
#pragma once

#include <string>
#include <vector>

#include "dsl/text/diagnostic.hpp"

namespace colonnade::cli {

// Offsets count bytes of the file without a byte order mark; lines and columns count from 1,
// columns in code points; ends are the place behind the last character.
[[nodiscard]] std::string render_findings_json(const std::vector<dsl::Diagnostic>& findings);

// SARIF 2.1.0, which editors and code hosts show beside the lines.
[[nodiscard]] std::string render_sarif(const std::vector<dsl::Diagnostic>& findings);

}  // namespace colonnade::cli
