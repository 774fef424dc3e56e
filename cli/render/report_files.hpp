// SPDX-License-Identifier: Apache-2.0
// The files of an import report by what they have in common, so that what is said of many is said
// once: where they lie, and why they were left alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/import_report.hpp"

namespace colonnade::cli {

using ReportedFiles = std::vector<const ReportedFile*>;

// Files with the given status, in the report's order.
[[nodiscard]] ReportedFiles files_with(std::string_view status, const ImportReport& report);

// In groups that share a text, in the order of their first files.
[[nodiscard]] std::vector<ReportedFiles> grouped(const ReportedFiles& files,
                                                 std::string ReportedFile::*text);

// How many names stand behind a reason. An export has about 20 files that nobody asks for, one
// with attachments thousands; all of them stand in the report for programs.
inline constexpr std::size_t MostNamesLeftAlone = 24;

// A paragraph for each reason, with the names behind it.
[[nodiscard]] std::string files_left_alone(const ImportReport& report, std::string_view more);

}  // namespace colonnade::cli
