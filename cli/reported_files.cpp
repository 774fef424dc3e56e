// SPDX-License-Identifier: Apache-2.0
#include "cli/reported_files.hpp"

#include "cli/lenient_json.hpp"

namespace colonnade::cli {
namespace {

ReportedFile reported_file(const ForeignJson& json) {
    ReportedFile file;
    file.name = text_in(json, "name");
    file.status = text_in(json, "status");
    file.reason = text_in(json, "reason");
    file.encoding = text_in(json, "encoding");
    file.from = text_in(json, "from");
    file.rows = number_in(json, "rows");
    file.refused = number_in(json, "refused");
    file.left_out = number_in(json, "left_out");
    file.cut_at = number_in(json, "cut_at");
    for (const auto* problem : list_in(json, "problems")) {
        const bool is_row = problem->contains("row");
        file.problems.push_back(
            {number_in(*problem, is_row ? "row" : "line"), is_row, text_in(*problem, "message")});
    }
    return file;
}

}  // namespace

std::vector<ReportedFile> reported_files(std::string_view report) {
    const auto json = ForeignJson::parse(report, nullptr, false);
    std::vector<ReportedFile> files;
    for (const auto* file : list_in(json, "files"))
        files.push_back(reported_file(*file));
    return files;
}

}  // namespace colonnade::cli
