// SPDX-License-Identifier: Apache-2.0
#include "cli/table/shown_figures.hpp"

#include <algorithm>

#include "engine/evaluate/vectors.hpp"

namespace colonnade::cli {
namespace {

using engine::Decimals;
using Places = FigurePlaces;
using Units = ShownFigures::Units;

constexpr double Scale = 10'000;
constexpr std::int32_t Whole = 1'000'000;  // of all pillars

// To the nearest unit, halves up, as Decimals::units rounds what is not below 0.
std::int32_t nearest(double value) {
    const auto down = static_cast<std::int32_t>(value);
    return down + (value - down >= 0.5 ? 1 : 0);
}

COLONNADE_WIDE void round_nearest(const double* values, std::size_t rows, Units& units) {
    for (std::size_t row = 0; row < rows; ++row)
        units[row] = nearest(values[row] * Scale);
}

COLONNADE_WIDE void forget_unknown(const std::uint8_t* state, std::uint8_t known, std::size_t rows,
                                   Units& units) {
    for (std::size_t row = 0; row < rows; ++row)
        units[row] = state[row] == known ? units[row] : engine::NoUnits;
}

// As Decimals::bounds: the low one down, the high one up, and the score between them.
COLONNADE_WIDE void round_bounds(const double* lows, const double* highs, std::size_t rows,
                                 const Units& score, Units& low, Units& high) {
    for (std::size_t row = 0; row < rows; ++row) {
        const double up = highs[row] * Scale - Decimals::Slack;
        const auto whole = static_cast<std::int32_t>(up);
        const auto ceiling = whole + (up > whole ? 1 : 0);
        const auto floor = static_cast<std::int32_t>(lows[row] * Scale + Decimals::Slack);
        const auto shown = score[row];
        const bool is_point = shown >= 0 && lows[row] == highs[row];
        const auto below = shown >= 0 && shown < floor ? shown : floor;
        const auto above = ceiling > shown ? ceiling : shown;
        low[row] = is_point ? shown : below;
        high[row] = is_point ? shown : above;
    }
}

// What is withheld, never above 0, is not given to the rules; it is subtracted from their sum.
COLONNADE_WIDE void find_sums(const Units& pillar, const Units& of_pillar, const double* withheld,
                              std::size_t rows, Units& sum, Units& sum_of) {
    for (std::size_t row = 0; row < rows; ++row) {
        sum[row] = std::max(pillar[row], 0) + nearest(-withheld[row] * Scale);
        sum_of[row] = std::max(of_pillar[row], 0);
    }
}

}  // namespace

ShownFigures::ShownFigures(const FigurePlaces& places, bool with_rules)
    : places_(places),
      with_rules_(with_rules),
      pillars_(Decimals(ShownDecimals)),
      rules_(Decimals(ShownDecimals)),
      units_(places.end) {}

void ShownFigures::round(std::span<const engine::PartColumn> figures,
                         const engine::ScoreColumns& scores, const Block& block) {
    const auto [first, rows] = block;
    auto& score = units_[Places::Score];
    round_nearest(scores.total.data() + first, rows, score);
    const auto& total = figures[Places::Score];
    forget_unknown(total.state + first, total.present, rows, score);
    round_bounds(scores.low.data() + first, scores.high.data() + first, rows, score,
                 units_[Places::Low], units_[Places::High]);
    round_nearest(scores.share_assessed.data() + first, rows, units_[Places::Assessed]);
    Units sum{};
    Units sum_of{};
    for (std::size_t row = 0; row < rows; ++row) {
        sum[row] = std::max(score[row], 0);
        sum_of[row] = score[row] < 0 ? 0 : Whole;
    }
    pillars_.share_out(figures.subspan(Places::FirstPillar, places_.pillars.size()), block, sum,
                       sum_of);
    for (std::size_t p = 0; p < places_.pillars.size(); ++p)
        units_[Places::FirstPillar + p] = pillars_.points(p);
    if (!with_rules_) return;
    pillars_.finish_of();
    for (std::size_t p = 0; p < places_.pillars.size(); ++p)
        share_out_rules(figures, scores.pillars[p], p, block);
}

void ShownFigures::share_out_rules(std::span<const engine::PartColumn> figures,
                                   const engine::PillarColumn& pillar, std::size_t index,
                                   const Block& block) {
    const auto [first, size] = places_.pillars[index];
    Units sum{};
    Units sum_of{};
    find_sums(pillars_.points(index), pillars_.of(index), pillar.withheld.data() + block.first,
              block.rows, sum, sum_of);
    rules_.share_out(figures.subspan(first, size), block, sum, sum_of);
    for (std::size_t r = 0; r < size; ++r)
        units_[first + r] = rules_.points(r);
}

}  // namespace colonnade::cli
