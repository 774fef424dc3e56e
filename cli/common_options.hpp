// SPDX-License-Identifier: Apache-2.0
// Words of the command line that several commands share.
#pragma once

#include <functional>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace CLI {
class App;
}

namespace colonnade::cli {

inline constexpr auto KindsOfExport = "LinkedIn export: zip, folder, or a single CSV file of one";

void add_color(CLI::App& command, Options& options);
// Language, format, output, plugins, colour.
void add_common(CLI::App& command, Options& options);
void add_join(CLI::App& command, Options& options);
// The moment and the person that data are about.
void add_data(CLI::App& command, Options& options);
void add_stated_facts(CLI::App& command, Options& options);

// What a command has that takes a rulebook and all that is common. Must be parsed while `options`
// and `exit` live.
void add_usual(CLI::App& command, Options& options, const char* examples,
               std::function<Exit(const Options&)> run, Exit& exit);

}  // namespace colonnade::cli
