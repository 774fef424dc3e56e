// SPDX-License-Identifier: Apache-2.0
// `check --fix`: makes the edits that findings bring along, in the file itself.
#pragma once

#include <string>
#include <variant>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

// Repairs the file until no finding in it brings an edit, and gives a line for each change.
// Nothing but the file named is touched. What kept it from being written has been said.
[[nodiscard]] std::variant<std::string, Exit> fix_rulebook(const Options& options,
                                                           const std::string& path);

}  // namespace colonnade::cli
