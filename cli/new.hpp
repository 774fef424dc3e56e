// SPDX-License-Identifier: Apache-2.0
// The command `new`: what it can start, and the options of each.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}  // namespace CLI

namespace colonnade::cli {

void add_new(CLI::App& group, Options& options, Exit& exit);

}  // namespace colonnade::cli
