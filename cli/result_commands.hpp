// SPDX-License-Identifier: Apache-2.0
// Commands that say more of scores than they are: what if, what to do, what changed, what changes.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

void add_whatif(CLI::App& app, Options& options, Exit& exit);
void add_plan(CLI::App& app, Options& options, Exit& exit);
void add_compare(CLI::App& app, Options& options, Exit& exit);
void add_impact(CLI::App& app, Options& options, Exit& exit);
void add_report(CLI::App& app, Options& options, Exit& exit);

}  // namespace colonnade::cli
