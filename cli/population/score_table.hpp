// SPDX-License-Identifier: Apache-2.0
// `colonnade score` with a table as its result: of everybody, of a part, or line by line.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

namespace colonnade::cli {

enum class TableFormat { Csv, Ndjson, Parquet };

// The options must have passed `check_table_call`.
[[nodiscard]] Exit score_table(const Options& options, Session& session, TableFormat format);

}  // namespace colonnade::cli
