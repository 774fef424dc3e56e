// SPDX-License-Identifier: Apache-2.0
// `colonnade compare`: what the difference of two results of a person comes from.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

// `compare` with its own arguments; those that every command has are there already.
void add_compare_options(CLI::App& compare, Options& options);
[[nodiscard]] Exit run_compare(const Options& options);

}  // namespace colonnade::cli
