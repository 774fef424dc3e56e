// SPDX-License-Identifier: Apache-2.0
// Rounding to a number of decimals so that what is shown adds up.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace colonnade::engine {

class Decimals {
public:
    using Parts = std::vector<double*>;

    explicit Decimals(int decimals);

    [[nodiscard]] std::int64_t units(double value) const;
    [[nodiscard]] double value(std::int64_t units) const {
        return static_cast<double>(units) / scale_;
    }
    [[nodiscard]] double round(double v) const { return value(units(v)); }
    [[nodiscard]] double down(double v) const;
    [[nodiscard]] double up(double v) const;

    // Points and what they are out of, both adding up; points above that go where there is room.
    void share_out_points(const Parts& points, std::int64_t sum, const Parts& of,
                          std::int64_t sum_of) const;
    // `shown` is rounded already. Bounds that are one value are the shown one.
    void round_bounds(const std::optional<double>& shown, double& low, double& high) const;

private:
    // Rounds the parts so that they sum to `total` units: each down, then the largest remainders
    // up; ties in order. Parts that would stay below their `least`, rounded already, come first.
    void share_out(const Parts& parts, std::int64_t total, const Parts& least) const;

    double scale_ = 1;
};

}  // namespace colonnade::engine
