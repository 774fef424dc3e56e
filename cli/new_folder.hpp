// SPDX-License-Identifier: Apache-2.0
// A folder that is there with everything in it, or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "cli/exit_code.hpp"

namespace colonnade::cli {

// Makes the folder `path`, which is not there or empty, with these files: name to content. Says
// what goes wrong.
[[nodiscard]] Exit make_folder(const std::filesystem::path& path,
                               const std::map<std::string, std::string>& files);

}  // namespace colonnade::cli
