// SPDX-License-Identifier: Apache-2.0
// Scores as rows of a table.
#pragma once

#include "cli/population/score_sink.hpp"
#include "cli/table/writer.hpp"

namespace colonnade::cli {

// The table must outlive the sinks.
[[nodiscard]] MakeSink rows_of(const Table& table);

}  // namespace colonnade::cli
