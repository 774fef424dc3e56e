// SPDX-License-Identifier: Apache-2.0
// What can be asked for of `score` where it writes a table, and of `merge`; before anything is
// read.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

// Usage where the options do not go together, which has been said.
[[nodiscard]] Exit check_table_call(const Options& options);
// The same for `merge`.
[[nodiscard]] Exit check_merge_call(const Options& options);

}  // namespace colonnade::cli
