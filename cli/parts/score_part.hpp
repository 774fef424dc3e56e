// SPDX-License-Identifier: Apache-2.0
// `colonnade score --partition K/N --out DIR`: one part of a file, in files of its own; what is
// there already and was made from the same is left as it is.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/table/writer.hpp"

namespace colonnade::cli {

[[nodiscard]] Exit score_part(const Options& options, Session& session, const Table& table);

}  // namespace colonnade::cli
