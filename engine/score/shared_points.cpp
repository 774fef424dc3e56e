// SPDX-License-Identifier: Apache-2.0
#include "engine/score/shared_points.hpp"

#include <algorithm>
#include <functional>

namespace colonnade::engine {
namespace {

// In an order, from its highest bit on: whether a part comes first; its step; its place, reversed.
constexpr int PlaceBits = 32;
constexpr std::int64_t First = std::int64_t{1} << 62;

std::int64_t order_of(std::int32_t step, std::size_t place) {
    return (static_cast<std::int64_t>(step) << PlaceBits) +
           (INT32_MAX - static_cast<std::int64_t>(place));
}

std::size_t place_in(std::int64_t order) {
    return static_cast<std::size_t>(INT32_MAX - (order & UINT32_MAX));
}

}  // namespace

void SharedPoints::share_out(std::span<const double> points, std::span<const double> of,
                             std::int64_t sum, std::int64_t sum_of) {
    round_down(points, points_);
    round_down(of, of_);
    raise_or_lower(points_, sum);
    // Parts that would stay below their points come first.
    for (auto& order : of_.order) {
        const auto place = place_in(order);
        if (of_.units[place] < points_.units[place]) order += First;
    }
    raise_or_lower(of_, sum_of);
    move_to_room();
}

void SharedPoints::round_down(std::span<const double> exact, Rounded& to) const {
    to.units.assign(exact.size(), NoUnits);
    to.order.clear();
    to.sum = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        if (exact[i] == NoPoints) continue;
        const auto rounded = engine::round_down(exact[i] * scale_);
        to.units[i] = rounded.units;
        to.order.push_back(order_of(rounded.step, i));
        to.sum += rounded.units;
    }
}

// Rounding a cap away can leave less than the whole units; nothing falls below 0.
void SharedPoints::raise_or_lower(Rounded& rounded, std::int64_t sum) {
    if (sum == rounded.sum) return;
    auto& order = rounded.order;
    std::sort(order.begin(), order.end(), std::greater<>());
    for (auto at = order.begin(); at != order.end() && rounded.sum < sum; ++at, ++rounded.sum)
        ++rounded.units[place_in(*at)];
    for (auto at = order.rbegin(); at != order.rend() && rounded.sum > sum; ++at) {
        auto& units = rounded.units[place_in(*at)];
        if (units <= 0) continue;
        --units;
        --rounded.sum;
    }
}

void SharedPoints::move_to_room() {
    auto& points = points_.units;
    const auto& of = of_.units;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] <= of[i]) continue;
        for (std::size_t j = 0; j < points.size(); ++j) {
            if (points[j] >= of[j]) continue;
            --points[i];
            ++points[j];
            break;
        }
    }
}

}  // namespace colonnade::engine
