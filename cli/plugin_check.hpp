// SPDX-License-Identifier: Apache-2.0
// `colonnade plugin check`: whether a plugin does what the contract asks for.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

void add_plugin_check(CLI::App& plugin, Options& options, Exit& exit);

}  // namespace colonnade::cli
