// SPDX-License-Identifier: Apache-2.0
// A file cut into parts of about as many bytes each. A line belongs to the part in which it begins.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "cli/exit_code.hpp"
#include "cli/parts/part_files.hpp"

namespace colonnade::cli {

// The bytes of a part, which begin a line.
struct CutPart {
    std::size_t file_bytes = 0;
    std::size_t begin = 0;
    std::size_t end = 0;  // the same where a line is longer than a part
    std::size_t first_line = 1;

    bool operator==(const CutPart&) const = default;
};

// Reads all that stands before the part, to number its lines. Says what is wrong.
[[nodiscard]] std::variant<CutPart, Exit> cut_part(const std::string& path, const PartNumber& part);

}  // namespace colonnade::cli
