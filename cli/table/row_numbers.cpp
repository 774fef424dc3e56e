// SPDX-License-Identifier: Apache-2.0
#include "cli/table/row_numbers.hpp"

#include <algorithm>

namespace colonnade::cli {

using engine::Status;

RowNumbers::RowNumbers(const dsl::Rulebook& rulebook) : first_rules_{0} {
    for (const auto& pillar : rulebook.pillars)
        first_rules_.push_back(first_rules_.back() + pillar.rules.size());
    pillars.resize(rulebook.pillars.size());
    rules.resize(first_rules_.back());
}

void RowNumbers::take(const engine::ScoreColumns& scores, std::size_t row) {
    total.reset();
    if (scores.assessed[row] != 0) total = scores.total[row];
    low = scores.low[row];
    high = scores.high[row];
    for (std::size_t p = 0; p < pillars.size(); ++p) {
        pillars[p].reset();
        if (scores.pillars[p].assessed[row] != 0) pillars[p] = scores.pillars[p].points[row];
    }
    for (std::size_t r = 0; r < rules.size(); ++r) {
        rules[r].reset();
        if (scores.rules[r].status[row] == Status::Assessed) rules[r] = scores.rules[r].points[row];
    }
    find_gaps(scores, row);
}

// Of equals the first one counts.
void RowNumbers::find_gaps(const engine::ScoreColumns& scores, std::size_t row) {
    gaps.fill(std::nullopt);
    std::array<double, Gaps> missing{};
    for (std::size_t r = 0; r < rules.size(); ++r) {
        if (!rules[r]) continue;
        auto lost = scores.rules[r].of[row] - *rules[r];
        std::optional<std::size_t> rule = r;
        for (std::size_t g = 0; g < Gaps; ++g) {
            if (!(lost > missing.at(g))) continue;
            std::swap(lost, missing.at(g));
            std::swap(rule, gaps.at(g));
        }
    }
}

void RowNumbers::round(const engine::ScoreColumns& scores, std::size_t row,
                       const engine::Decimals& decimals) {
    engine::Decimals::Parts points;
    engine::Decimals::Parts of;
    std::vector<double> worth(pillars.size());
    for (std::size_t p = 0; p < pillars.size(); ++p) {
        worth[p] = scores.pillars[p].of[row];
        if (!pillars[p]) continue;
        points.push_back(&*pillars[p]);
        of.push_back(&worth[p]);
    }
    if (total) {
        total = decimals.round(*total);
        decimals.share_out_points(points, decimals.units(*total), of, decimals.units(100));
    }
    for (std::size_t p = 0; p < pillars.size(); ++p) {
        if (pillars[p]) round_rules(scores, row, p, worth[p], decimals);
    }
    decimals.round_bounds(total, low, high);
}

void RowNumbers::round_rules(const engine::ScoreColumns& scores, std::size_t row,
                             std::size_t pillar, double of, const engine::Decimals& decimals) {
    engine::Decimals::Parts points;
    engine::Decimals::Parts most;
    std::vector<double> worth(first_rules_[pillar + 1] - first_rules_[pillar]);
    for (std::size_t r = first_rules_[pillar]; r < first_rules_[pillar + 1]; ++r) {
        if (!rules[r]) continue;
        worth[r - first_rules_[pillar]] = scores.rules[r].of[row];
        points.push_back(&*rules[r]);
        most.push_back(&worth[r - first_rules_[pillar]]);
    }
    const auto withheld = decimals.units(scores.pillars[pillar].withheld[row]);
    decimals.share_out_points(points, decimals.units(*pillars[pillar]) - withheld, most,
                              decimals.units(of));
}

}  // namespace colonnade::cli
