// SPDX-License-Identifier: Apache-2.0
#include "cli/table/figures.hpp"

#include <algorithm>
#include <utility>

namespace colonnade::cli {

using engine::NoPoints;

FigurePlaces::FigurePlaces(const dsl::Rulebook& rulebook) {
    const auto in_lanes = engine::SharedPoints::in_lanes;
    pillars.size = in_lanes(rulebook.pillars.size());
    end = pillars.first + pillars.size;
    for (const auto& pillar : rulebook.pillars) {
        for (std::size_t r = 0; r < pillar.rules.size(); ++r)
            rules.push_back(end + r);
        pillar_rules.push_back({end, in_lanes(pillar.rules.size())});
        end += pillar_rules.back().size;
    }
}

Figures::Figures(FigurePlaces places, bool with_rules)
    : places_(std::move(places)),
      with_rules_(with_rules),
      values_(MostRows * places_.end, NoPoints),
      of_(MostRows * places_.end, NoPoints),
      withheld_(MostRows * withheld_size()) {}

void Figures::take(const engine::ScoreColumns& scores, std::size_t first) {
    first_ = first;
    rows_ = std::min(scores.rows - first, MostRows);
    const auto always = [](std::size_t) { return true; };
    const auto is_set = [](const std::uint8_t* column) {
        return [column](std::size_t row) { return column[row] != 0; };
    };
    spread(scores.total, is_set(scores.assessed.data()), FigurePlaces::Score, values_);
    spread(scores.low, always, FigurePlaces::Low, values_);
    spread(scores.high, always, FigurePlaces::High, values_);
    spread(scores.share_assessed, always, FigurePlaces::Assessed, values_);
    for (std::size_t p = 0; p < scores.pillars.size(); ++p) {
        const auto& pillar = scores.pillars[p];
        const auto is_assessed = is_set(pillar.assessed.data());
        spread(pillar.points, is_assessed, places_.pillars.first + p, values_);
        spread(pillar.of, is_assessed, places_.pillars.first + p, of_);
        for (std::size_t row = 0; row < rows_; ++row)
            withheld_[row * withheld_size() + p] = pillar.withheld[first + row];
    }
    for (std::size_t r = 0; with_rules_ && r < scores.rules.size(); ++r) {
        const auto& rule = scores.rules[r];
        const auto is_assessed = [status = rule.status.data()](std::size_t row) {
            return status[row] == engine::Status::Assessed;
        };
        spread(rule.points, is_assessed, places_.rules[r], values_);
        spread(rule.of, is_assessed, places_.rules[r], of_);
    }
}

template <class IsKnown>
void Figures::spread(const engine::Buffer<double>& column, const IsKnown& is_known,
                     std::size_t place, std::vector<double>& to) const {
    const auto* from = column.data() + first_;
    auto* out = to.data() + place;
    const auto stride = places_.end;
    for (std::size_t row = 0; row < rows_; ++row)
        out[row * stride] = is_known(first_ + row) ? from[row] : NoPoints;
}

}  // namespace colonnade::cli
