// SPDX-License-Identifier: Apache-2.0
// The figures of a row in units of the last decimal, rounded so that pillars add up to the total
// and rules to their pillar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cli/table/figures.hpp"
#include "engine/score/shared_points.hpp"

namespace colonnade::cli {

// Keeps its memory from row to row.
class ShownFigures {
public:
    ShownFigures(const FigurePlaces& places, bool with_rules);

    // In the places of figures, until the next call; NoUnits where nothing was assessed.
    [[nodiscard]] std::span<const std::int32_t> round(const Figures& figures, std::size_t row);

private:
    void round_bounds(std::span<const double> values);
    void keep(std::span<const std::int32_t> units, std::size_t first);
    void share_out_rules(const Figures& figures, std::size_t row);

    bool with_rules_ = true;
    engine::Decimals decimals_;
    engine::SharedPoints pillars_;
    engine::SharedPoints rules_;
    std::vector<std::int32_t> units_;
};

}  // namespace colonnade::cli
