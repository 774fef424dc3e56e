// SPDX-License-Identifier: Apache-2.0
// A report inside its page, as JSON: the results as docs/schemas/result.schema.json describes them,
// with exact numbers, and what the page shows beside them. docs/report.md describes its form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "cli/html/report.hpp"

namespace colonnade::cli {

// Where it stands in the page. No text of a profile can hold these: `<` is escaped there and here.
inline constexpr std::string_view ReportStart =
    "<script type=\"application/json\" id=\"colonnade-report\">";
inline constexpr std::string_view ReportEnd = "</script>";

// Version of the form.
inline constexpr int ReportVersion = 1;
// A report has 200 KB; one with a rulebook of a thousand rules has 8 MB.
inline constexpr std::size_t MostReportBytes = 16 * 1024 * 1024;
// It is seven levels deep; the pieces of `--explain` are not in it.
inline constexpr std::size_t MostReportDepth = 16;

[[nodiscard]] std::string report_json(const Report& report);

struct NoReport {
    std::string message;
};

// The report in a page that this program wrote, or why it cannot be had. Nothing of the page but
// its JSON is looked at.
[[nodiscard]] std::variant<Report, NoReport> read_report(std::string_view page);

}  // namespace colonnade::cli
