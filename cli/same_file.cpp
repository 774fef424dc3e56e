// SPDX-License-Identifier: Apache-2.0
#include "cli/same_file.hpp"

#include <filesystem>

#include "cli/terminal.hpp"

namespace colonnade::cli {

bool is_same_file(const std::string& one, const std::string& other) {
    namespace fs = std::filesystem;
    if (one.empty() || other.empty() || one == "-" || other == "-" || is_no_file(one)) return false;
    std::error_code error;
    if (fs::equivalent(one, other, error) && !error) return true;
    const auto a = fs::weakly_canonical(one, error);
    if (error) return false;
    return a == fs::weakly_canonical(other, error) && !error;
}

}  // namespace colonnade::cli
