// SPDX-License-Identifier: Apache-2.0
// Dates and times in quotes, as dsl::parse_moment reads them: all digits at once, and days are
// looked up by month. In a header, because lists have thousands of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/read/plain_text.hpp"

namespace colonnade::engine {

struct PlainMoment {
    const char* end = nullptr;  // the place behind it, or nullptr
    std::int64_t seconds = 0;   // since 1970-01-01 UTC
};

// A date and its quotes have this many bytes, a time has more.
inline constexpr std::ptrdiff_t DateBytes = 12;
inline constexpr std::ptrdiff_t TimeBytes = 22;

inline constexpr std::uint32_t FirstYear = 1900;
inline constexpr std::uint32_t LastYear = 2100;

// A month, with minutes that count from the day before its first: those of the first begin with
// MinutesPerDay.
struct PlainMonth {
    std::int32_t begin = 0;     // minutes since 1970
    std::uint32_t minutes = 0;  // of its days; 0: there is no such month

    [[nodiscard]] bool has(std::uint32_t minute) const { return minute - MinutesPerDay < minutes; }
    [[nodiscard]] std::int64_t seconds_at(std::uint32_t minute) const {
        return (std::int64_t{begin} + minute) * 60;
    }
};

using PlainMonthTable = std::array<PlainMonth, (LastYear - FirstYear + 1) * MonthPlaces>;
extern const PlainMonthTable PlainMonths;

// A bare date, or a time.
template <class Vectors = Narrow>
[[nodiscard, gnu::always_inline]] inline PlainMoment read_moment(const char* at) {
    const auto counted = Vectors::count_moment(at + 1);
    const auto place = counted.month - FirstYear * MonthPlaces;
    if ((*at != '"') | (place >= PlainMonths.size())) return {};
    const auto& month = PlainMonths[place];
    const bool is_bare = at[DateBytes - 1] == '"';
    if (is_bare) {
        const auto day = static_cast<std::uint32_t>((at[9] - '0') * 10 + (at[10] - '0'));
        const auto minutes = day * MinutesPerDay;
        if (!counted.is_date() || !month.has(minutes)) return {};
        return {at + DateBytes, month.seconds_at(minutes)};
    }
    const bool is_late = (at[12] == '2') & (at[13] > '3');
    if (!counted.is_time() || is_late || !month.has(counted.minutes)) return {};
    return {at + TimeBytes, month.seconds_at(counted.minutes) + counted.seconds};
}

}  // namespace colonnade::engine
