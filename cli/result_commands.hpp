// SPDX-License-Identifier: Apache-2.0
// Commands that say more of scores than they are: what if, what to do, what changed, what changes.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

void add_whatif(CLI::App& whatif, Options& options, Exit& exit);
void add_plan(CLI::App& plan, Options& options, Exit& exit);
void add_compare(CLI::App& compare, Options& options, Exit& exit);
void add_impact(CLI::App& impact, Options& options, Exit& exit);
void add_report(CLI::App& command, Options& options, Exit& exit);

}  // namespace colonnade::cli
