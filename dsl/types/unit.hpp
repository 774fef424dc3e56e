// SPDX-License-Identifier: Apache-2.0
// Units of time. Every unit is a whole number of seconds, months and years too (those of
// std::chrono), so that windows, rates and durations convert exactly.
#pragma once

#include <optional>
#include <string_view>

namespace colonnade::dsl {

enum class Unit { Second, Minute, Hour, Day, Week, Month, Year };

[[nodiscard]] constexpr double seconds_in(Unit unit) {
    switch (unit) {
        case Unit::Second:
            return 1;
        case Unit::Minute:
            return 60;
        case Unit::Hour:
            return 3'600;
        case Unit::Day:
            return 86'400;
        case Unit::Week:
            return 604'800;
        case Unit::Month:
            return 2'629'746;
        case Unit::Year:
            return 31'556'952;
    }
    return 1;
}

// "week" and the like, singular.
[[nodiscard]] std::string_view text_of(Unit unit);

// The unit named so, singular or plural.
[[nodiscard]] std::optional<Unit> unit_named(std::string_view name);

}  // namespace colonnade::dsl
