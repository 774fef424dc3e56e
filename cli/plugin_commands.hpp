// SPDX-License-Identifier: Apache-2.0
// The words of the command line that are about plugins: `colonnade plugin …`, and the options of
// every command that runs some.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

// `--plugin-dir` and `--trust`.
void add_plugin_options(CLI::App& command, Options& options);

// `plugin` with its own commands.
void add_plugin(CLI::App& plugin, Options& options, Exit& exit);

}  // namespace colonnade::cli
