// SPDX-License-Identifier: Apache-2.0
#include "engine/score/shared_points.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace colonnade::engine {
namespace {

// A remainder, 0 to 1 units, is seen in steps: those on the same one are equal, so that the last
// bits of doubles decide nothing.
constexpr double Steps = 1e7;

// A key is, from its highest bit on: whether it comes first; the steps; the place, reversed.
constexpr int PlaceBits = 6;
constexpr std::int32_t MostPlaced = 1 << PlaceBits;
constexpr std::int32_t First = 1 << 30;

constexpr auto Lanes = SharedPoints::Lanes;
template <class T>
using Lane = std::array<T, Lanes>;

template <class T>
Lane<T> lanes_at(const T* values) {
    Lane<T> lanes;
    std::copy_n(values, Lanes, lanes.begin());
    return lanes;
}

// Each key is counted against all others. For the few parts of a pillar that beats sorting them:
// there is nothing to guess for the processor, and it counts several at once.
void raise_largest(const std::int32_t* __restrict keys, std::size_t size, std::int32_t count,
                   std::int32_t* __restrict units) {
    std::array<std::int32_t, MostPlaced> larger;
    for (std::size_t at = 0; at < size; at += Lanes) {
        const auto own = lanes_at(keys + at);
        Lane<std::int32_t> counted{};
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t lane = 0; lane < Lanes; ++lane)
                counted[lane] += keys[i] > own[lane] ? 1 : 0;
        }
        std::copy_n(counted.begin(), Lanes, larger.begin() + at);
    }
    for (std::size_t i = 0; i < size / Lanes * Lanes; ++i)
        units[i] += (larger[i] < count ? 1 : 0) & ~(keys[i] >> 31);
}

// Keys with places of as many parts as there are; the first in order is the largest.
void order_by_keys(std::span<const std::int32_t> keys, std::vector<std::int64_t>& order) {
    order.clear();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] < 0) continue;
        const auto step = static_cast<std::int64_t>(keys[i] >> PlaceBits);
        order.push_back((step << 32) + (INT32_MAX - static_cast<std::int64_t>(i)));
    }
}

std::size_t place_in(std::int64_t ordered) {
    return static_cast<std::size_t>(INT32_MAX - (ordered & UINT32_MAX));
}

}  // namespace

void SharedPoints::share_out(std::span<const double> points, std::span<const double> of,
                             std::int64_t sum, std::int64_t sum_of) {
    size_ = points.size();
    sum_of_ = sum_of;
    round_down(points, points_);
    round_down(of, of_);
    raise_or_lower(points_, sum);
    of_is_due_ = true;
    if (points_fit()) return;
    finish_of();
    move_to_room();
}

std::span<const std::int32_t> SharedPoints::of() {
    finish_of();
    return {of_.units.data(), size_};
}

void SharedPoints::round_down(std::span<const double> exact, Rounded& to) const {
    if (to.units.size() < size_) {
        to.units.resize(size_);
        to.keys.resize(size_);
    }
    const double* __restrict from = exact.data();
    std::int32_t* __restrict units = to.units.data();
    std::int32_t* __restrict keys = to.keys.data();
    std::int32_t sum = 0;
    const auto size = static_cast<std::int32_t>(size_ / Lanes * Lanes);
    for (std::int32_t i = 0; i < size; ++i) {
        const double value = from[i] * scale_;
        const auto whole = static_cast<std::int32_t>(value + Decimals::Slack);
        const auto step = static_cast<std::int32_t>((value - whole) * Steps + 0.5);
        const auto none = whole >> 31;
        sum += whole & ~none;
        units[i] = whole | none;
        keys[i] = step << PlaceBits | (~i & (MostPlaced - 1)) | none;
    }
    to.sum = sum;
}

void SharedPoints::raise_or_lower(Rounded& rounded, std::int64_t sum) {
    const auto missing = sum - rounded.sum;
    if (missing == 0) return;
    if (missing < 0) return lower(rounded, sum);
    if (size_ <= MostPlaced) {
        const auto count = std::min<std::int64_t>(missing, MostPlaced);
        return raise_largest(rounded.keys.data(), size_, static_cast<std::int32_t>(count),
                             rounded.units.data());
    }
    order_by_keys({rounded.keys.data(), size_}, order_);
    const auto count = std::min<std::int64_t>(missing, std::ssize(order_));
    std::nth_element(order_.begin(), order_.begin() + count, order_.end(), std::greater<>());
    for (std::int64_t i = 0; i < count; ++i)
        ++rounded.units[place_in(order_[static_cast<std::size_t>(i)])];
}

// Rounding a cap away can leave less than the whole units; nothing falls below 0.
void SharedPoints::lower(Rounded& rounded, std::int64_t sum) {
    order_by_keys({rounded.keys.data(), size_}, order_);
    std::sort(order_.begin(), order_.end());
    auto over = rounded.sum - sum;
    for (const auto ordered : order_) {
        auto& units = rounded.units[place_in(ordered)];
        if (over == 0) return;
        if (units <= 0) continue;
        --units;
        --over;
    }
}

// Whether no part can end above what it is out of, however that is shared out.
bool SharedPoints::points_fit() const {
    std::int32_t above = 0;
    const auto* points = points_.units.data();
    const auto* of = of_.units.data();
    for (std::size_t i = 0; i < size_; ++i)
        above |= points[i] > of[i] ? 1 : 0;
    return above == 0 && of_.sum <= sum_of_;
}

// Parts that would stay below their points come first.
void SharedPoints::finish_of() {
    if (!of_is_due_) return;
    of_is_due_ = false;
    for (std::size_t i = 0; i < size_; ++i)
        of_.keys[i] += of_.units[i] < points_.units[i] ? First : 0;
    raise_or_lower(of_, sum_of_);
}

void SharedPoints::move_to_room() {
    for (std::size_t i = 0; i < size_; ++i) {
        if (points_.units[i] <= of_.units[i]) continue;
        for (std::size_t j = 0; j < size_; ++j) {
            if (points_.units[j] >= of_.units[j]) continue;
            --points_.units[i];
            ++points_.units[j];
            break;
        }
    }
}

}  // namespace colonnade::engine
