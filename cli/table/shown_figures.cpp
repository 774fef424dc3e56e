// SPDX-License-Identifier: Apache-2.0
#include "cli/table/shown_figures.hpp"

#include <algorithm>
#include <optional>

#include "cli/table/line_buffer.hpp"

namespace colonnade::cli {

using engine::NoUnits;
using Places = FigurePlaces;

ShownFigures::ShownFigures(const FigurePlaces& places, bool with_rules)
    : with_rules_(with_rules),
      decimals_(ShownDecimals),
      pillars_(decimals_),
      rules_(decimals_),
      units_(places.end, NoUnits) {}

std::span<const std::int32_t> ShownFigures::round(const Figures& figures, std::size_t row) {
    const auto values = figures.values(row);
    const bool is_assessed = values[Places::Score] >= 0;
    const auto score = is_assessed ? decimals_.units(values[Places::Score]) : NoUnits;
    units_[Places::Score] = static_cast<std::int32_t>(score);
    round_bounds(values);
    const auto [first, size] = figures.places().pillars;
    pillars_.share_out(values.subspan(first, size), figures.of(row).subspan(first, size),
                       std::max<std::int64_t>(score, 0), is_assessed ? decimals_.units(100) : 0);
    keep(pillars_.points(), first);
    if (with_rules_) share_out_rules(figures, row);
    return units_;
}

void ShownFigures::keep(std::span<const std::int32_t> units, std::size_t first) {
    std::copy(units.begin(), units.end(), units_.begin() + static_cast<std::ptrdiff_t>(first));
}

void ShownFigures::round_bounds(std::span<const double> values) {
    const auto shown = units_[Places::Score];
    const auto bounds = decimals_.bounds(values[Places::Low], values[Places::High],
                                         shown < 0 ? std::nullopt : std::optional(shown));
    units_[Places::Low] = static_cast<std::int32_t>(bounds.low);
    units_[Places::High] = static_cast<std::int32_t>(bounds.high);
    units_[Places::Assessed] = static_cast<std::int32_t>(decimals_.units(values[Places::Assessed]));
}

void ShownFigures::share_out_rules(const Figures& figures, std::size_t row) {
    const auto& groups = figures.places().pillar_rules;
    const auto of_pillars = pillars_.of();
    for (std::size_t p = 0; p < groups.size(); ++p) {
        const auto [first, size] = groups[p];
        const auto withheld = figures.withheld(row)[p];
        const auto points = std::max(pillars_.points()[p], 0);
        rules_.share_out(
            figures.values(row).subspan(first, size), figures.of(row).subspan(first, size),
            points - (withheld < 0 ? decimals_.units(withheld) : 0), std::max(of_pillars[p], 0));
        keep(rules_.points(), first);
    }
}

}  // namespace colonnade::cli
