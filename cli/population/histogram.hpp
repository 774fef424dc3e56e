// SPDX-License-Identifier: Apache-2.0
// How many people have which total.
#pragma once

#include <array>
#include <cstddef>

#include "engine/score/score_columns.hpp"

namespace colonnade::cli {

struct Histogram {
    // Of those with a total from `i` to below `i + 1`, as tables show it; 100 stands alone.
    std::array<std::size_t, 101> totals{};
    std::size_t not_assessed = 0;

    void add(const engine::ScoreColumns& scores);
    void add(const Histogram& other);
    [[nodiscard]] std::size_t people() const;
};

}  // namespace colonnade::cli
