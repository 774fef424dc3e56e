// SPDX-License-Identifier: Apache-2.0
// The files of which the report of a source tells, without any rulebook.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace colonnade::cli {

struct ReportedProblem {
    std::int64_t line = 0;
    bool is_row = false;  // `line` counts rows of what has no lines
    std::string message;
};

struct ReportedFile {
    std::string name;
    std::string status;  // `read`, `refused` or `ignored`
    std::string reason;
    std::string encoding;  // empty: UTF-8
    std::string from;      // the archive, where there are several
    std::int64_t rows = 0;
    std::int64_t refused = 0;
    std::int64_t left_out = 0;
    std::int64_t cut_at = 0;  // the line from which on nothing was read; 0: all was
    std::vector<ReportedProblem> problems;
};

// None where it is no report.
[[nodiscard]] std::vector<ReportedFile> reported_files(std::string_view report);

}  // namespace colonnade::cli
