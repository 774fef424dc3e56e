// SPDX-License-Identifier: Apache-2.0
// Words of the command line for many people: tables, parts of them, filters, impacts.
#pragma once

#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

// How lines are read: --rejects, --max-rejects, --threads.
void add_line_options(CLI::App& command, Options& options);
void add_population_options(CLI::App& score, Options& options);
void add_impact_options(CLI::App& impact, Options& options);

}  // namespace colonnade::cli
