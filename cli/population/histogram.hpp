// SPDX-License-Identifier: Apache-2.0
// How many people have which total.
#pragma once

#include <array>
#include <cstddef>

#include "engine/score/score_columns.hpp"
#include "engine/score/total_bin.hpp"

namespace colonnade::cli {

struct Histogram {
    std::array<std::size_t, engine::TotalBins> totals{};
    std::size_t not_assessed = 0;

    void add(const engine::ScoreColumns& scores);
    void add(const Histogram& other);
    [[nodiscard]] std::size_t people() const;
};

}  // namespace colonnade::cli
