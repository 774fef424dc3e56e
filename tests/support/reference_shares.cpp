// SPDX-License-Identifier: Apache-2.0
#include "tests/support/reference_shares.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace colonnade::tests {
namespace {

using Units = std::vector<std::int64_t>;

// Values that differ from a whole unit only by the last bits of a double are that unit.
constexpr double Slack = 1e-9;
// Remainders are told apart in such steps.
constexpr double Step = 1e-7;

// Each down, then the largest remainders up; ties in order. Parts that would stay below their
// `least` come first.
Units share_out(const std::vector<double>& parts, std::int64_t total, const Units& least,
                double scale) {
    Units units(parts.size());
    std::vector<double> remainders(parts.size());
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double exact = parts[i] * scale;
        units[i] = static_cast<std::int64_t>(std::floor(exact + Slack));
        remainders[i] = std::floor((exact - static_cast<double>(units[i])) / Step + 0.5);
        sum += units[i];
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto is_short = [&](std::size_t i) { return !least.empty() && units[i] < least[i]; };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        if (is_short(a) != is_short(b)) return is_short(a);
        return remainders[a] > remainders[b];
    });
    for (std::size_t i = 0; i < order.size() && sum < total; ++i, ++sum)
        ++units[order[i]];
    for (std::size_t i = order.size(); i-- > 0 && sum > total;) {
        if (units[order[i]] <= 0) continue;
        --units[order[i]];
        --sum;
    }
    return units;
}

}  // namespace

ReferenceShares reference_shares(const std::vector<double>& points, const std::vector<double>& of,
                                 std::int64_t sum, std::int64_t sum_of, double scale) {
    ReferenceShares shares;
    shares.points = share_out(points, sum, {}, scale);
    shares.of = share_out(of, sum_of, shares.points, scale);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (shares.points[i] <= shares.of[i]) continue;
        for (std::size_t j = 0; j < points.size(); ++j) {
            if (shares.points[j] >= shares.of[j]) continue;
            --shares.points[i];
            ++shares.points[j];
            break;
        }
    }
    return shares;
}

}  // namespace colonnade::tests
