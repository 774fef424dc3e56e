// SPDX-License-Identifier: Apache-2.0
// Points of parts shared out as SharedPoints does it, for a block of profiles at once: a column a
// part, and every step for all profiles before the next one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/score/shared_points.hpp"

namespace colonnade::engine {

// A column of figures, one for each profile.
struct PartColumn {
    const double* points = nullptr;
    // What its points are out of, so many times each; nowhere read but where a profile has the
    // part.
    const double* of = nullptr;
    double of_times = 1;
    // A profile has the part where that is `present`; all have it where there is no state.
    const std::uint8_t* state = nullptr;
    std::uint8_t present = 0;

    [[nodiscard]] bool is_present(std::size_t row) const {
        return state == nullptr || state[row] == present;
    }
};

// Keeps its memory from one use to the next.
class SharedColumns {
public:
    static constexpr std::size_t MostRows = 32;
    // A figure of each profile.
    struct alignas(64) Units : std::array<std::int32_t, MostRows> {};

    explicit SharedColumns(const Decimals& decimals)
        : scale_(decimals.scale()), one_by_one_(decimals) {}

    // Some of the profiles that columns have.
    struct Block {
        std::size_t first = 0;
        std::size_t rows = 0;
    };
    // What SharedPoints gives for each of them, the sums being their own. Parts have a state.
    void share_out(std::span<const PartColumn> parts, const Block& block, const Units& sum,
                   const Units& sum_of);

    // Of a part, until the next call; NoUnits where a profile does not have it.
    [[nodiscard]] const Units& points(std::size_t part) const { return points_.units[part]; }
    // The same of what it is out of: after `finish_of`, which is for those who want to know.
    void finish_of();
    [[nodiscard]] const Units& of(std::size_t part) const { return of_.units[part]; }

private:
    // Per part; the larger key gets one more first; below 0: no part.
    struct Rounded {
        std::vector<Units> units;
        std::vector<Units> keys;
        Units missing;
    };
    void make_room(std::size_t parts);
    void share_out_together(std::span<const PartColumn> parts, const Block& block);
    void share_out_alone(std::span<const PartColumn> parts, const Block& block, std::size_t row,
                         std::int64_t sum, std::int64_t sum_of);
    void raise_missing(Rounded& rounded) const;

    double scale_ = 1;
    std::size_t size_ = 0;
    Rounded points_;
    Rounded of_;
    Units is_odd_{};
    SharedPoints one_by_one_;
    std::vector<double> alone_;
    std::vector<double> alone_of_;
};

}  // namespace colonnade::engine
