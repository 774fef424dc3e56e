// SPDX-License-Identifier: Apache-2.0
// The words of the command line: each command with its examples, arguments and options, and the
// function that runs it.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

// Adds every command. Parsing fills `options`, runs the command that was named, and leaves its exit
// code in `exit`; both must outlive the parsing.
void add_commands(CLI::App& app, Options& options, Exit& exit);

}  // namespace colonnade::cli
