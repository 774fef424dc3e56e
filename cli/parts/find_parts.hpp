// SPDX-License-Identifier: Apache-2.0
// All parts of one population in a folder, and whether they belong together.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/parts/manifest.hpp"

namespace colonnade::cli {

// Why a part cannot be joined with the others, and what mends that.
struct PartProblem {
    std::string message;
    std::string help;
};

struct Parts {
    // Of all N parts, in order, unless there are problems; only the first one tells of the run.
    std::vector<Manifest> manifests;
    std::vector<PartProblem> problems;  // all that can be seen without reading the tables
};

[[nodiscard]] Parts find_parts(const std::filesystem::path& folder);

// The command that makes a part again.
[[nodiscard]] std::string command_for(const PartNumber& part, const std::string& data,
                                      const std::filesystem::path& folder);

}  // namespace colonnade::cli
