// SPDX-License-Identifier: Apache-2.0
#include "cli/population/histogram.hpp"

#include <algorithm>
#include <numeric>

#include "cli/table/writer.hpp"
#include "engine/score/decimals.hpp"

namespace colonnade::cli {

void Histogram::add(const engine::ScoreColumns& scores) {
    const engine::Decimals decimals(ShownDecimals);
    for (std::size_t row = 0; row < scores.rows; ++row) {
        if (scores.assessed[row] == 0) {
            ++not_assessed;
            continue;
        }
        const auto total = std::clamp(decimals.round(scores.total[row]), 0.0, 100.0);
        ++totals.at(static_cast<std::size_t>(total));
    }
}

void Histogram::add(const Histogram& other) {
    for (std::size_t i = 0; i < totals.size(); ++i)
        totals.at(i) += other.totals.at(i);
    not_assessed += other.not_assessed;
}

std::size_t Histogram::people() const {
    return std::accumulate(totals.begin(), totals.end(), not_assessed);
}

}  // namespace colonnade::cli
