// SPDX-License-Identifier: Apache-2.0
// Waits until a file changes that tests depend on.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace colonnade::cli {

// When each file was last written, and its size.
using Snapshot =
    std::map<std::filesystem::path, std::pair<std::filesystem::file_time_type, std::uintmax_t>>;

// The rulebooks, schemas, word lists, tests and profile documents (.yaml, .json) in these folders
// and in their `schemas` and `lists`: whatever a rulebook there may name, also one that is not
// readable right now.
[[nodiscard]] Snapshot snapshot_of(const std::vector<std::filesystem::path>& folders);

// Sleeps until something differs from `before`.
void wait_for_change(const std::vector<std::filesystem::path>& folders, const Snapshot& before);

}  // namespace colonnade::cli
