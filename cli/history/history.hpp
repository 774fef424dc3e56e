// SPDX-License-Identifier: Apache-2.0
// `colonnade history [ID]`: what is kept, and how it went.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

void add_history(CLI::App& history, Options& options, Exit& exit);
// `--store`, which several commands have.
void add_store_option(CLI::App& command, Options& options);
// `--save` and `--store` of `score`.
void add_save_options(CLI::App& score, Options& options);

}  // namespace colonnade::cli
