// SPDX-License-Identifier: Apache-2.0
// `colonnade score` with a table as its result: of everybody, of a part, or line by line.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "cli/exit_code.hpp"
#include "cli/gates/gates.hpp"
#include "cli/options.hpp"
#include "cli/population/table_out.hpp"
#include "cli/session.hpp"
#include "cli/table/writer.hpp"

namespace colonnade::cli {

enum class TableFormat { Csv, Ndjson, Parquet };

// With the columns that the options name; what is wrong has been said where an exit code comes
// back.
[[nodiscard]] std::variant<Table, Exit> choose_table(const Options& options, const Session& session,
                                                     TableFormat format);

// A file or, where `path` is empty, standard output. Null where it cannot be, which has been said.
[[nodiscard]] std::unique_ptr<TableOut> open_table(const std::string& path, TableFormat format,
                                                   const Table& table);

// The options must have passed `check_table_call`.
[[nodiscard]] Exit score_table(const Options& options, Session& session, TableFormat format,
                               const Gates& gates);

}  // namespace colonnade::cli
