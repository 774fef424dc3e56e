// SPDX-License-Identifier: Apache-2.0
// What a source found, ignored and missed, and which rules that leaves open: for people, and for
// other programs.
#pragma once

#include <string>

#include "cli/import_report.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string render_import_report(const ImportReport& report, bool color);
[[nodiscard]] std::string render_import_report_json(const ImportReport& report);

}  // namespace colonnade::cli
