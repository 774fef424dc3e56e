// SPDX-License-Identifier: Apache-2.0
// Any number of people scored, in the order of the data, in memory that does not grow with their
// number.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/population/score_sink.hpp"
#include "cli/population/table_out.hpp"
#include "cli/session.hpp"

namespace colonnade::cli {

// What the sinks make goes to `out`, which is finished only where all data were read. Says what was
// left out.
[[nodiscard]] Exit score_population(const Options& options, Session& session, const MakeSink& sinks,
                                    TableOut& out);

}  // namespace colonnade::cli
