// SPDX-License-Identifier: Apache-2.0
// How `--help` looks: what the command is for, examples, then arguments and options, in 80 columns.
#pragma once

namespace CLI {
class App;
}

namespace colonnade::cli {

// For the program and all its commands; they are added later.
void use_our_help(CLI::App& app);

}  // namespace colonnade::cli
