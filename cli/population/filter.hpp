// SPDX-License-Identifier: Apache-2.0
// `colonnade score --filter`: a profile document a line on standard input, and at once its row on
// standard output.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/population/score_sink.hpp"
#include "cli/session.hpp"

namespace colonnade::cli {

// Each line that is not blank gives one line: what the sink makes of it, or `{"line": …, "error":
// …}`.
[[nodiscard]] Exit score_filter(const Options& options, Session& session, const MakeSink& sinks);

}  // namespace colonnade::cli
