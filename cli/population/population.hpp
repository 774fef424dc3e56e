// SPDX-License-Identifier: Apache-2.0
// `colonnade score` with a table as its result: any number of people, one line each, in the order
// of the data, in memory that does not grow with their number.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/population/table_out.hpp"
#include "cli/session.hpp"
#include "cli/table/writer.hpp"

namespace colonnade::cli {

[[nodiscard]] Exit score_population(const Options& options, Session& session, const Table& table,
                                    TableOut& out);

}  // namespace colonnade::cli
