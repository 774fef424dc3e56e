// SPDX-License-Identifier: Apache-2.0
// Days, weeks, months and windows of the contract's times: microseconds since 1970-01-01 UTC. Total
// functions: dates outside the calendar's years and windows of any length neither fail nor
// overflow.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>

namespace colonnade::sdk {

inline constexpr std::int64_t Second = 1'000'000;
inline constexpr std::int64_t Day = 86'400 * Second;
inline constexpr std::int64_t Week = 7 * Day;
// One month of a duration: a twelfth of 365.2425 days.
inline constexpr double SecondsPerMonth = 2'629'746.0;

[[nodiscard]] constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

// Days since 1970-01-01, UTC.
[[nodiscard]] constexpr std::int64_t day_of(std::int64_t at) {
    return floor_divide(at, Day);
}

// Months since January of the year 0; years beyond those of <chrono> count as its first or last.
[[nodiscard]] constexpr std::int64_t month_of(std::int64_t at) {
    using namespace std::chrono;
    const sys_days first = year::min() / January / 1;
    const sys_days last = year::max() / December / 31;
    const sys_days day{days{static_cast<int>(day_of(at))}};
    const year_month_day date{std::clamp(day, first, last)};
    return std::int64_t{int{date.year()}} * 12 + unsigned{date.month()} - 1;
}

// Whole microseconds; what does not fit becomes the longest that does, what is no number 0.
[[nodiscard]] constexpr std::int64_t microseconds_of(double seconds) {
    constexpr double Most = 9.2e12;
    if (!(seconds > 0)) return 0;
    return seconds >= Most ? std::numeric_limits<std::int64_t>::max()
                           : static_cast<std::int64_t>(seconds * 1e6);
}

// Time from `earlier` to `later`, which is not before it; what does not fit becomes the longest.
[[nodiscard]] constexpr std::int64_t elapsed(std::int64_t earlier, std::int64_t later) {
    // Unsigned, for the difference of two times may be larger than a time.
    const std::uint64_t gone =
        static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
    constexpr std::int64_t Most = std::numeric_limits<std::int64_t>::max();
    return gone > static_cast<std::uint64_t>(Most) ? Most : static_cast<std::int64_t>(gone);
}

// The time (as_of - length, as_of]; an element is in it or not there.
class Window {
public:
    Window(std::int64_t as_of, double seconds) : as_of_(as_of), length_(microseconds_of(seconds)) {}

    [[nodiscard]] bool contains(std::int64_t at) const {
        return at <= as_of_ && elapsed(at, as_of_) < length_;
    }
    // 0 for the week that ends at as_of, 1 for the one before; `at` is in the window.
    [[nodiscard]] std::int64_t week_of(std::int64_t at) const { return elapsed(at, as_of_) / Week; }

private:
    std::int64_t as_of_;
    std::int64_t length_;
};

}  // namespace colonnade::sdk
