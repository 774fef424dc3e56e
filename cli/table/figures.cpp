// SPDX-License-Identifier: Apache-2.0
#include "cli/table/figures.hpp"

namespace colonnade::cli {

FigurePlaces::FigurePlaces(const dsl::Rulebook& rulebook)
    : first_rule(FirstPillar + rulebook.pillars.size()), end(first_rule) {
    for (const auto& pillar : rulebook.pillars) {
        pillars.push_back({end, pillar.rules.size()});
        end += pillar.rules.size();
        for (const auto& rule : pillar.rules)
            points_of_rules.push_back(rule.points);
    }
}

void find_figures(const FigurePlaces& places, const engine::ScoreColumns& scores,
                  std::vector<engine::PartColumn>& figures) {
    constexpr std::uint8_t Yes = 1;
    static_assert(sizeof(engine::Status) == sizeof(std::uint8_t));
    figures.clear();
    figures.push_back({scores.total.data(), nullptr, 1, scores.assessed.data(), Yes});
    for (const auto* column : {&scores.low, &scores.high, &scores.share_assessed})
        figures.push_back({column->data()});
    for (const auto& pillar : scores.pillars)
        figures.push_back({pillar.points.data(), pillar.of.data(), 1, pillar.assessed.data(), Yes});
    for (std::size_t p = 0; p < places.pillars.size(); ++p) {
        const auto* scale = scores.pillars[p].scale.data();
        for (std::size_t r = 0; r < places.pillars[p].size; ++r) {
            const auto rule = figures.size() - places.first_rule;
            const auto& column = scores.rules[rule];
            figures.push_back({column.points.data(), scale, places.points_of_rules[rule],
                               reinterpret_cast<const std::uint8_t*>(column.status.data()),
                               static_cast<std::uint8_t>(engine::Status::Assessed)});
        }
    }
}

}  // namespace colonnade::cli
