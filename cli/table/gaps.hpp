// SPDX-License-Identifier: Apache-2.0
// The rules that people have lost the most points by, for a block of profiles at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "cli/table/columns.hpp"
#include "engine/score/shared_columns.hpp"

namespace colonnade::cli {

inline constexpr std::int64_t NoGap = -1;

class GapFinder {
public:
    static constexpr auto MostRows = engine::SharedColumns::MostRows;

    // `rules` have a state.
    void find(std::span<const engine::PartColumn> rules, const engine::SharedColumns::Block& block);

    // Index of the rule with the most points missing (0), the second most (1), …, of equals the
    // first in order; NoGap where no more have any missing.
    [[nodiscard]] std::int64_t rule(std::size_t gap, std::size_t row) const {
        return rules_[gap][row];
    }

private:
    // As wide as the points, so that both are compared in step.
    std::array<std::array<std::int64_t, MostRows>, Gaps> rules_{};
    std::array<std::array<double, MostRows>, Gaps> missing_{};
};

}  // namespace colonnade::cli
