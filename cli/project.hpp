// SPDX-License-Identifier: Apache-2.0
// A project's `colonnade.yaml`, found from the current folder upwards: whose rulebook and language
// are meant where the command line does not say.
#pragma once

#include <filesystem>
#include <optional>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace colonnade::cli {

// A project file is a few lines.
inline constexpr std::size_t MostProjectBytes = 64 * 1024;

// The nearest `colonnade.yaml`, or nothing.
[[nodiscard]] std::optional<std::filesystem::path> project_file();

// Fills in what `options` leave open, and what is pinned of plugins. What is wrong with the
// project's files has been said where an exit code other than Fine comes back.
[[nodiscard]] Exit apply_project(Options& options);

}  // namespace colonnade::cli
