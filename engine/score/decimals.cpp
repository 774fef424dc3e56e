// SPDX-License-Identifier: Apache-2.0
#include "engine/score/decimals.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace colonnade::engine {
namespace {

// Values that differ from a rounded one only by the last bits of a double are that value.
constexpr double Slack = 1e-9;

}  // namespace

Decimals::Decimals(int decimals) {
    for (int i = 0; i < decimals; ++i)
        scale_ *= 10;
}

std::int64_t Decimals::units(double value) const {
    return std::llround(value * scale_);
}

double Decimals::down(double v) const {
    return value(static_cast<std::int64_t>(std::floor(v * scale_ + Slack)));
}

double Decimals::up(double v) const {
    return value(static_cast<std::int64_t>(std::ceil(v * scale_ - Slack)));
}

void Decimals::share_out(const Parts& parts, std::int64_t total, const Parts& least) const {
    std::vector<std::int64_t> units(parts.size());
    std::vector<double> remainders(parts.size());
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double exact = *parts[i] * scale_;
        units[i] = static_cast<std::int64_t>(std::floor(exact + Slack));
        remainders[i] = exact - static_cast<double>(units[i]);
        sum += units[i];
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto is_short = [&](std::size_t i) {
        return !least.empty() && units[i] < this->units(*least[i]);
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        if (is_short(a) != is_short(b)) return is_short(a);
        return remainders[a] > remainders[b] + Slack;
    });
    for (std::size_t i = 0; i < order.size() && sum < total; ++i, ++sum)
        ++units[order[i]];
    // Rounding a cap away can leave less than the whole units; nothing falls below 0.
    for (std::size_t i = order.size(); i-- > 0 && sum > total;) {
        if (units[order[i]] <= 0) continue;
        --units[order[i]];
        --sum;
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        *parts[i] = value(units[i]);
}

void Decimals::share_out_points(const Parts& points, std::int64_t sum, const Parts& of,
                                std::int64_t sum_of) const {
    share_out(points, sum, {});
    share_out(of, sum_of, points);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (units(*points[i]) <= units(*of[i])) continue;
        for (std::size_t j = 0; j < points.size(); ++j) {
            if (units(*points[j]) >= units(*of[j])) continue;
            *points[i] = value(units(*points[i]) - 1);
            *points[j] = value(units(*points[j]) + 1);
            break;
        }
    }
}

void Decimals::round_bounds(const std::optional<double>& shown, double& low, double& high) const {
    const bool exact = low == high;
    low = down(low);
    high = up(high);
    if (!shown) return;
    low = exact ? *shown : std::min(low, *shown);
    high = exact ? *shown : std::max(high, *shown);
}

}  // namespace colonnade::engine
