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
// Month 0 and those that begin with a 1 have places too, so that none is looked at beforehand.
inline constexpr std::uint32_t MonthPlaces = 20;
inline constexpr std::uint32_t MinutesPerDay = 24 * 60;

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

// The place of the month.
inline constexpr DigitForm YearAndMonth = {
    {'0', '0', '0', '0', '-', '0', '0', '-'},
    {9, 9, 9, 9, 0, 1, 9, 0},
    {1000 * MonthPlaces, 100 * MonthPlaces, 10 * MonthPlaces, MonthPlaces, 0, 10, 1, 0}};
// Minutes, then seconds. Three bytes at the end may be anything.
inline constexpr DigitForm DayAndTime = {
    {'0', '0', 'T', '0', '0', ':', '0', '0', ':', '0', '0', 'Z', '"'},
    {3, 9, 0, 2, 9, 0, 5, 9, 0, 5, 9, 0, 0, 0xFF, 0xFF, 0xFF},
    {10 * MinutesPerDay, MinutesPerDay, 0, 600, 60, 0, 10, 1, 0, 10, 1}};

// A bare date, or a time.
[[nodiscard, gnu::always_inline]] inline PlainMoment read_moment(const char* at) {
    constexpr std::uint32_t All = 0xFFFF;
    constexpr std::uint32_t Day = 3;
    const auto month_of = count_eight_digits(at + 1, YearAndMonth);
    const auto place = month_of.first - FirstYear * MonthPlaces;
    if ((*at != '"') | (month_of.fits != All) | (place >= PlainMonths.size())) return {};
    const auto& month = PlainMonths[place];
    const auto rest = count_sixteen_digits(at + 9, DayAndTime);
    const bool is_bare = at[DateBytes - 1] == '"';
    if (is_bare) {
        const auto day = static_cast<std::uint32_t>((at[9] - '0') * 10 + (at[10] - '0'));
        const auto minutes = day * MinutesPerDay;
        if ((rest.fits & Day) != Day || !month.has(minutes)) return {};
        return {at + DateBytes, month.seconds_at(minutes)};
    }
    const bool is_late = (at[12] == '2') & (at[13] > '3');
    if (rest.fits != All || is_late || !month.has(rest.first)) return {};
    return {at + TimeBytes, month.seconds_at(rest.first) + rest.second};
}

}  // namespace colonnade::engine
