// SPDX-License-Identifier: Apache-2.0
// Figures in whole units of the last decimal that is shown.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

namespace colonnade::engine {

class Decimals {
public:
    // Values that differ from a rounded one only by the last bits of a double are that value.
    static constexpr double Slack = 1e-9;

    explicit Decimals(int decimals) {
        for (int i = 0; i < decimals; ++i)
            scale_ *= 10;
    }

    // Units of 1.
    [[nodiscard]] double scale() const { return scale_; }
    [[nodiscard]] std::int64_t units(double value) const { return std::llround(value * scale_); }
    [[nodiscard]] double value(std::int64_t units) const {
        return static_cast<double>(units) / scale_;
    }
    [[nodiscard]] double round(double v) const { return value(units(v)); }

    struct Bounds {
        std::int64_t low = 0;
        std::int64_t high = 0;
    };
    // The low one down, the high one up. `shown` is rounded already: it lies between them, and
    // bounds that are one value are the shown one.
    [[nodiscard]] Bounds bounds(double low, double high, std::optional<std::int64_t> shown) const;

private:
    double scale_ = 1;
};

}  // namespace colonnade::engine
