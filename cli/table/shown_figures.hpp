// SPDX-License-Identifier: Apache-2.0
// The figures of a block of profiles in units of the last decimal, rounded so that pillars add up
// to the total and rules to their pillar.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "cli/table/figures.hpp"
#include "engine/score/shared_columns.hpp"

namespace colonnade::cli {

inline constexpr int ShownDecimals = 4;

// Keeps its memory from block to block.
class ShownFigures {
public:
    using Units = engine::SharedColumns::Units;
    using Block = engine::SharedColumns::Block;
    static constexpr auto MostRows = engine::SharedColumns::MostRows;

    // The places must outlive it. Without rules, those are left out.
    ShownFigures(const FigurePlaces& places, bool with_rules);

    // `figures` are in their places.
    void round(std::span<const engine::PartColumn> figures, const engine::ScoreColumns& scores,
               const Block& block);
    // In the places of figures, until the next call; NoUnits where nothing was assessed.
    [[nodiscard]] std::span<const Units> units() const { return units_; }

private:
    void share_out_rules(std::span<const engine::PartColumn> figures,
                         const engine::PillarColumn& pillar, std::size_t index, const Block& block);

    const FigurePlaces& places_;
    bool with_rules_ = true;
    engine::SharedColumns pillars_;
    engine::SharedColumns rules_;
    std::vector<Units> units_;
};

}  // namespace colonnade::cli
