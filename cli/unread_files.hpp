// SPDX-License-Identifier: Apache-2.0
// Files of an export that could not be read, or not all of their rows. What a file tells is then
// unknown, what rows tell is not counted, and no result says why: `import` shows it in its report,
// every other command says it in a warning.
#pragma once

#include <string>

#include "cli/data.hpp"

namespace colonnade::cli {

// `name` is that of the data on the command line.
void say_unread_files(const std::string& name, const Data& data);

}  // namespace colonnade::cli
