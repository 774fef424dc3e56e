// SPDX-License-Identifier: Apache-2.0
#include "cli/table/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "dsl/text/nearest_name.hpp"

namespace colonnade::cli {
namespace {

using What = TableColumn::What;

struct Named {
    const char* name;
    What what;
};

constexpr std::array Single{Named{"id", What::Id},        Named{"as_of", What::AsOf},
                            Named{"score", What::Score},  Named{"low", What::Low},
                            Named{"high", What::High},    Named{"assessed", What::Assessed},
                            Named{"rating", What::Rating}};
constexpr std::array Groups{Named{"pillars", What::Pillar}, Named{"rules", What::Rule},
                            Named{"statuses", What::Status}, Named{"gaps", What::Gap}};
constexpr std::array Usual{"id", "score", "low", "high", "pillars", "rules", "gaps"};

// Every column that there is, those of a group side by side.
std::vector<TableColumn> all_columns(const dsl::Rulebook& rulebook) {
    std::vector<TableColumn> columns;
    for (const auto& single : Single)
        columns.push_back({single.what, single.name, 0});
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p)
        columns.push_back({What::Pillar, rulebook.pillars[p].id, p});
    for (const auto what : {What::Rule, What::Status}) {
        const auto* ending = what == What::Status ? ".status" : "";
        std::size_t index = 0;
        for (const auto& pillar : rulebook.pillars) {
            for (const auto& rule : pillar.rules)
                columns.push_back(
                    {what, fmt::format("{}.{}{}", pillar.id, rule.id, ending), index++});
        }
    }
    for (std::size_t g = 0; g < Gaps; ++g)
        columns.push_back({What::Gap, fmt::format("gap_{}", g + 1), g});
    return columns;
}

bool is_meant(const TableColumn& column, const std::string& name) {
    const auto group =
        std::find_if(Groups.begin(), Groups.end(), [&](const Named& g) { return g.name == name; });
    return group == Groups.end() ? column.name == name : column.what == group->what;
}

ColumnProblem no_column(const std::string& name, const std::vector<TableColumn>& all) {
    std::vector<std::string> known;
    for (const auto& group : Groups)
        known.emplace_back(group.name);
    for (const auto& column : all)
        known.push_back(column.name);
    const auto meant = dsl::nearest_name(name, known);
    return {fmt::format("no column `{}`", name),
            meant ? fmt::format("did you mean `{}`?", *meant)
                  : "id, as_of, score, low, high, assessed, rating, pillars, rules, statuses, "
                    "gaps, or the name of a pillar or PILLAR.RULE"};
}

// Whoever reads the table finds a value by its name alone.
std::variant<std::vector<TableColumn>, ColumnProblem> with_names_of_their_own(
    std::vector<TableColumn> columns) {
    std::unordered_set<std::string> names;
    for (const auto& column : columns) {
        if (!names.insert(column.name).second) {
            return ColumnProblem{fmt::format("two columns are called `{}`", column.name),
                                 "name each column once with --columns"};
        }
    }
    return columns;
}

}  // namespace

std::variant<std::vector<TableColumn>, ColumnProblem> choose_columns(
    const dsl::Rulebook& rulebook, std::span<const std::string> names) {
    const std::vector<std::string> usual(Usual.begin(), Usual.end());
    const auto all = all_columns(rulebook);
    std::vector<TableColumn> chosen;
    for (const auto& name : names.empty() ? std::span(usual) : names) {
        const auto before = chosen.size();
        std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
                     [&](const TableColumn& column) { return is_meant(column, name); });
        const auto is_group = std::any_of(Groups.begin(), Groups.end(),
                                          [&](const Named& g) { return g.name == name; });
        if (chosen.size() == before && !is_group) return no_column(name, all);
    }
    return with_names_of_their_own(std::move(chosen));
}

}  // namespace colonnade::cli
