// SPDX-License-Identifier: Apache-2.0
// The import report where the options want it.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/import_report.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

// To standard error, or to the file of `--report`: as JSON where its name ends in .json.
[[nodiscard]] Exit write_report(const Options& options, const std::optional<ImportReport>& report);

}  // namespace colonnade::cli
