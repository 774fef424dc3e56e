// SPDX-License-Identifier: Apache-2.0
// What is wrong in a command line, said in our words rather than those of the library that reads
// it.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace colonnade::cli {

// An option with a value takes no empty one, which is mostly a variable that is not set, and `-o=X`
// is no file called `=X`. For a command and those within it, once they are added.
void forbid_slips(CLI::App& app);

// `words` are those after the program's name. Always gives Exit::Usage.
Exit say_usage(const CLI::App& app, const CLI::ParseError& problem,
               const std::vector<std::string>& words);

}  // namespace colonnade::cli
