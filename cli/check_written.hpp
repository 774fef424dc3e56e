// SPDX-License-Identifier: Apache-2.0
// That no file that is read is written over: what is written takes the place of what was there.
#pragma once

#include <functional>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

// The command, unless it would do that; then it is said which option names what is read.
[[nodiscard]] Exit run_checked(const Options& options,
                               const std::function<Exit(const Options&)>& run);

}  // namespace colonnade::cli
