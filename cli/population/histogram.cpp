// SPDX-License-Identifier: Apache-2.0
#include "cli/population/histogram.hpp"

#include <numeric>

namespace colonnade::cli {

void Histogram::add(const engine::ScoreColumns& scores) {
    for (std::size_t row = 0; row < scores.rows; ++row) {
        if (scores.assessed[row] == 0) {
            ++not_assessed;
            continue;
        }
        ++totals.at(engine::total_bin(scores.total[row]));
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
