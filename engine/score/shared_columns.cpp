// SPDX-License-Identifier: Apache-2.0
#include "engine/score/shared_columns.hpp"

#include <algorithm>

#include "engine/evaluate/vectors.hpp"

namespace colonnade::engine {
namespace {

using Units = SharedColumns::Units;
using Block = SharedColumns::Block;

constexpr auto Rows = SharedColumns::MostRows;

// A key is, from its highest bit on: whether it comes first; the steps; the place, reversed.
constexpr int PlaceBits = 6;
constexpr std::size_t MostPlaced = std::size_t{1} << PlaceBits;
constexpr std::int32_t First = 1 << 30;

// Where values of a part go, and which place it has in keys.
struct RoundedPart {
    std::int32_t place = 0;
    std::int32_t* units = nullptr;
    std::int32_t* keys = nullptr;
    std::int32_t* missing = nullptr;
};

COLONNADE_WIDE void round_column(const double* values, double times, const std::uint8_t* state,
                                 std::uint8_t present, std::size_t rows, double scale,
                                 const RoundedPart& to) {
    std::int32_t* __restrict units = to.units;
    std::int32_t* __restrict keys = to.keys;
    std::int32_t* __restrict missing = to.missing;
    const auto place = to.place;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto rounded = round_down(values[row] * times * scale);
        const std::int32_t none = state[row] == present ? 0 : -1;
        units[row] = rounded.units | none;
        keys[row] = (rounded.step << PlaceBits) | place | none;
        missing[row] -= rounded.units & ~none;
    }
}

// Each key is counted against all others. For the few parts of a pillar that beats sorting them:
// there is nothing to guess for the processor, and it counts for several profiles at once.
COLONNADE_WIDE void raise_largest(const Units* keys, std::size_t size, const Units& missing,
                                  Units* units) {
    for (std::size_t i = 0; i < size; ++i) {
        const auto& own = keys[i];
        Units larger{};
        for (std::size_t j = 0; j < size; ++j) {
            for (std::size_t row = 0; row < Rows; ++row)
                larger[row] += keys[j][row] > own[row] ? 1 : 0;
        }
        for (std::size_t row = 0; row < Rows; ++row)
            units[i][row] += (larger[row] < missing[row] ? 1 : 0) & ~(own[row] >> 31);
    }
}

// Where a part has more points than it is out of, as rounded down, that must be one unit, and there
// must be as many units to raise by. All else is odd.
COLONNADE_WIDE void find_odd_rows(const Units* points, const Units* of, std::size_t size,
                                  const Units& missing_of, Units& odd) {
    Units above{};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t row = 0; row < Rows; ++row) {
            const auto over = points[i][row] - of[i][row];
            above[row] += over > 0 ? 1 : 0;
            odd[row] |= over > 1 ? 1 : 0;
        }
    }
    for (std::size_t row = 0; row < Rows; ++row)
        odd[row] |= above[row] > missing_of[row] ? 1 : 0;
}

COLONNADE_WIDE void put_short_ones_first(const Units& points, const Units& of, Units& keys) {
    for (std::size_t row = 0; row < Rows; ++row)
        keys[row] |= of[row] < points[row] ? First : 0;
}

}  // namespace

void SharedColumns::share_out(std::span<const PartColumn> parts, const Block& block,
                              const Units& sum, const Units& sum_of) {
    make_room(parts.size());
    points_.missing = sum;
    of_.missing = sum_of;
    is_odd_.fill(size_ > MostPlaced ? 1 : 0);
    if (size_ <= MostPlaced) share_out_together(parts, block);
    for (std::size_t row = 0; row < block.rows; ++row) {
        if (is_odd_[row] != 0) share_out_alone(parts, block, row, sum[row], sum_of[row]);
    }
}

void SharedColumns::make_room(std::size_t parts) {
    size_ = parts;
    for (auto* rounded : {&points_, &of_}) {
        if (rounded->units.size() >= size_) continue;
        rounded->units.resize(size_);
        rounded->keys.resize(size_);
    }
}

void SharedColumns::share_out_together(std::span<const PartColumn> parts, const Block& block) {
    for (std::size_t i = 0; i < size_; ++i) {
        const auto& part = parts[i];
        const auto round = [&](const double* values, double times, Rounded& to) {
            const auto place = static_cast<std::int32_t>(MostPlaced - 1 - i);
            round_column(values + block.first, times, part.state + block.first, part.present,
                         block.rows, scale_,
                         {place, to.units[i].data(), to.keys[i].data(), to.missing.data()});
        };
        round(part.points, 1, points_);
        round(part.of, part.of_times, of_);
    }
    raise_missing(points_);
    find_odd_rows(points_.units.data(), of_.units.data(), size_, of_.missing, is_odd_);
    for (std::size_t row = 0; row < block.rows; ++row)
        is_odd_[row] |= points_.missing[row] < 0 ? 1 : 0;
}

void SharedColumns::share_out_alone(std::span<const PartColumn> parts, const Block& block,
                                    std::size_t row, std::int64_t sum, std::int64_t sum_of) {
    alone_.resize(size_);
    alone_of_.resize(size_);
    for (std::size_t i = 0; i < size_; ++i) {
        const bool is_part = parts[i].is_present(block.first + row);
        alone_[i] = is_part ? parts[i].points[block.first + row] : NoPoints;
        alone_of_[i] = is_part ? parts[i].of[block.first + row] * parts[i].of_times : NoPoints;
    }
    one_by_one_.share_out(alone_, alone_of_, sum, sum_of);
    for (std::size_t i = 0; i < size_; ++i) {
        points_.units[i][row] = one_by_one_.points()[i];
        of_.units[i][row] = one_by_one_.of()[i];
    }
    // What it is out of is finished.
    of_.missing[row] = 0;
}

void SharedColumns::raise_missing(Rounded& rounded) const {
    raise_largest(rounded.keys.data(), size_, rounded.missing, rounded.units.data());
}

void SharedColumns::finish_of() {
    if (size_ > MostPlaced) return;
    for (std::size_t i = 0; i < size_; ++i)
        put_short_ones_first(points_.units[i], of_.units[i], of_.keys[i]);
    raise_missing(of_);
}

}  // namespace colonnade::engine
