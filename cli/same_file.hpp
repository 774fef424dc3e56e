// SPDX-License-Identifier: Apache-2.0
// Whether two names on the command line mean one file.
#pragma once

#include <string>

namespace colonnade::cli {

// The files need not be there yet. Empty, `-`, devices and pipes are no files.
[[nodiscard]] bool is_same_file(const std::string& one, const std::string& other);

}  // namespace colonnade::cli
