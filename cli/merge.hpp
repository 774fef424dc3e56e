// SPDX-License-Identifier: Apache-2.0
// `colonnade merge DIR -o FILE`: the parts of a population, joined into one table.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

void add_merge(CLI::App& merge, Options& options, Exit& exit);

}  // namespace colonnade::cli
