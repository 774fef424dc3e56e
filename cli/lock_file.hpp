// SPDX-License-Identifier: Apache-2.0
// `colonnade.lock`: what is pinned of plugins, as a file that people read and keep with a project.
#pragma once

#include <filesystem>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

// Beside the project's `colonnade.yaml`; without a project the nearest from the current folder
// upwards; where there is none, it would be in the current folder.
[[nodiscard]] std::filesystem::path lock_file();

// Fills in `options.lock` where there is such a file. What is wrong with it has been said where an
// exit code other than Fine comes back.
[[nodiscard]] Exit read_lock(Options& options);

}  // namespace colonnade::cli
