// SPDX-License-Identifier: Apache-2.0
#include "engine/score/decimals.hpp"

#include <algorithm>

namespace colonnade::engine {

Decimals::Bounds Decimals::bounds(double low, double high,
                                  std::optional<std::int64_t> shown) const {
    if (shown && low == high) return {*shown, *shown};
    const auto down = static_cast<std::int64_t>(std::floor(low * scale_ + Slack));
    const auto up = static_cast<std::int64_t>(std::ceil(high * scale_ - Slack));
    return {std::min(down, shown.value_or(down)), std::max(up, shown.value_or(up))};
}

}  // namespace colonnade::engine
