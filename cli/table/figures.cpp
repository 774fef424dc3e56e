// SPDX-License-Identifier: Apache-2.0
#include "cli/table/figures.hpp"

namespace colonnade::cli {

FigurePlaces::FigurePlaces(const dsl::Rulebook& rulebook)
    : first_rule(FirstPillar + rulebook.pillars.size()), end(first_rule) {
    for (const auto& pillar : rulebook.pillars) {
        pillars.push_back({end, pillar.rules.size()});
        end += pillar.rules.size();
    }
}

void find_figures(const engine::ScoreColumns& scores, std::vector<engine::PartColumn>& figures) {
    constexpr std::uint8_t Yes = 1;
    static_assert(sizeof(engine::Status) == sizeof(std::uint8_t));
    figures.clear();
    figures.push_back({scores.total.data(), nullptr, scores.assessed.data(), Yes});
    for (const auto* column : {&scores.low, &scores.high, &scores.share_assessed})
        figures.push_back({column->data()});
    for (const auto& pillar : scores.pillars)
        figures.push_back({pillar.points.data(), pillar.of.data(), pillar.assessed.data(), Yes});
    for (const auto& rule : scores.rules) {
        figures.push_back({rule.points.data(), rule.of.data(),
                           reinterpret_cast<const std::uint8_t*>(rule.status.data()),
                           static_cast<std::uint8_t>(engine::Status::Assessed)});
    }
}

}  // namespace colonnade::cli
