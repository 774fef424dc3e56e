// SPDX-License-Identifier: Apache-2.0
// Trends as tables for other programs.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/render/history.hpp"
#include "cli/table/cell_text.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::cli {
namespace {

std::string cell(std::string_view text) {
    return text_cell(text, TableForm::Csv);
}

// As in every table of scores: with all of its decimals.
std::string cell(const std::optional<double>& number) {
    return number ? fmt::format("{:.4f}", *number) : std::string();
}

// Of all results, in the order in which they first occur.
std::vector<std::string> pillars_of(std::span<const Trend> trends) {
    std::vector<std::string> ids;
    for (const auto& trend : trends) {
        for (const auto& result : trend.results) {
            for (const auto& pillar : result.pillars) {
                if (std::find(ids.begin(), ids.end(), pillar.id) == ids.end())
                    ids.push_back(pillar.id);
            }
        }
    }
    return ids;
}

std::string row(const engine::Result& result, std::span<const std::string> pillars) {
    auto text =
        fmt::format("{},{},{},{},{},{},{},{},{}", cell(result.profile), cell(result.rulebook),
                    cell(result.edition), dsl::time_text(result.as_of), week_text(result.as_of),
                    cell(result.score), cell(std::optional(result.low)),
                    cell(std::optional(result.high)), cell(std::optional(result.assessed)));
    for (const auto& id : pillars) {
        const auto is_it = [&](const auto& pillar) { return pillar.id == id; };
        const auto found = std::find_if(result.pillars.begin(), result.pillars.end(), is_it);
        text += "," + (found == result.pillars.end() ? std::string() : cell(found->points));
    }
    return text + "\n";
}

}  // namespace

std::string trends_csv(std::span<const Trend> trends) {
    const auto pillars = pillars_of(trends);
    std::string text = "id,rulebook,edition,as_of,week,score,low,high,assessed";
    for (const auto& id : pillars)
        text += "," + cell(id);
    text += "\n";
    for (const auto& trend : trends) {
        for (const auto& result : trend.results)
            text += row(result, pillars);
    }
    return text;
}

std::string people_csv(std::span<const KeptPerson> people) {
    std::string text = "id,results,first,latest,rulebook,score\n";
    for (const auto& person : people) {
        const auto& latest = person.latest;
        text += fmt::format("{},{},{},{},{},{}\n", cell(latest.profile), person.results,
                            dsl::time_text(person.first), dsl::time_text(latest.as_of),
                            cell(latest.rulebook), cell(latest.score));
    }
    return text;
}

}  // namespace colonnade::cli
