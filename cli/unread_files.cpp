// SPDX-License-Identifier: Apache-2.0
#include "cli/unread_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "cli/reported_files.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

// Named one by one; of more only the number.
constexpr std::size_t MostNamed = 3;

// Nothing of a file that was read in full.
std::optional<std::string> problem_of(const ReportedFile& file) {
    const auto name = file.from.empty() ? file.name : fmt::format("{} of {}", file.name, file.from);
    if (file.status == "refused") return fmt::format("{} could not be read: {}", name, file.reason);
    if (file.status != "read") return std::nullopt;
    if (file.cut_at > 0)
        return fmt::format("{} has too many rows: those from line {} on are not counted", name,
                           file.cut_at);
    if (file.refused <= 0) return std::nullopt;
    const auto all = file.rows + file.refused + file.left_out;
    return fmt::format("{} of {} rows of {} cannot be understood and {} not counted", file.refused,
                       all, name, file.refused == 1 ? "is" : "are");
}

std::string help_with(const std::string& name, bool has_refused) {
    return has_refused ? fmt::format(
                             "what they tell stays unknown; `colonnade import {}` says "
                             "what that leaves open",
                             name)
                       : fmt::format("`colonnade import {}` says which and why", name);
}

}  // namespace

void say_unread_files(const std::string& name, const Data& data) {
    if (data.report.empty()) return;
    const auto files = reported_files(data.report);
    std::vector<std::string> problems;
    for (const auto& file : files) {
        if (auto problem = problem_of(file)) problems.push_back(std::move(*problem));
    }
    const auto help = help_with(name, std::any_of(files.begin(), files.end(), [](const auto& file) {
                                    return file.status == "refused";
                                }));
    for (std::size_t i = 0; i < problems.size() && i < MostNamed; ++i) {
        const bool is_last = i + 1 == problems.size();
        say_warning(fmt::format("`{}`: {}", name, problems[i]), is_last ? help : "");
    }
    if (problems.size() > MostNamed)
        say_warning(fmt::format("`{}`: {} more files could not be read in full", name,
                                problems.size() - MostNamed),
                    help);
}

}  // namespace colonnade::cli
