// SPDX-License-Identifier: Apache-2.0
// What readers ask of the next 32 bytes, answered on any processor: by two looks at sixteen. `Wide`
// answers the same in one look, and the readers are made for both.
#pragma once

#include "engine/read/sixteen_bytes.hpp"

namespace colonnade::engine {

// As many bytes must be readable at each place that is looked at.
inline constexpr std::size_t LookedAtBytes = 2 * SixteenBytes;

// Month 0 and those that begin with a 1 have places too, so that none is looked at beforehand.
inline constexpr std::uint32_t MonthPlaces = 20;
inline constexpr std::uint32_t MinutesPerDay = 24 * 60;

// The digits of `2026-02-18T04:37:14Z"`, added up.
struct CountedMoment {
    static constexpr std::uint32_t Date = 0x3FF;     // its bytes
    static constexpr std::uint32_t Time = 0x1FFFFF;  // with the quote

    std::uint32_t fits = 0;  // which bytes are as they should be, from the lowest bit on
    // Of no use unless what they come from fits.
    std::uint32_t month = 0;    // MonthPlaces a year
    std::uint32_t minutes = 0;  // of the days and the time of day
    std::uint32_t seconds = 0;

    [[nodiscard]] bool is_date() const { return (fits & Date) == Date; }
    [[nodiscard]] bool is_time() const { return (fits & Time) == Time; }
};

// Which answer for each of the 32 bytes, in a bit, the first one lowest.
struct Narrow {
    // Which are the same.
    static std::uint32_t same(const char* a, const char* b) {
        return same_bytes(a, b) | same_bytes(a + SixteenBytes, b + SixteenBytes) << SixteenBytes;
    }
    // Which are a backslash or a control character.
    static std::uint32_t odd(const char* at) {
        return odd_in(at) | odd_in(at + SixteenBytes) << SixteenBytes;
    }
    static std::uint32_t quotes(const char* at) {
        return quotes_in(at) | quotes_in(at + SixteenBytes) << SixteenBytes;
    }
    static CountedMoment count_moment(const char* at) {
        const auto month = count_eight_digits(at, YearAndMonth);
        const auto rest = count_sixteen_digits(at + MonthBytes, DayAndTime);
        const auto fits = (month.fits & ((1U << MonthBytes) - 1)) | rest.fits << MonthBytes;
        return {fits, month.first, rest.first, rest.second};
    }

private:
    static constexpr unsigned MonthBytes = 8;
    // The place of the month.
    static constexpr DigitForm YearAndMonth = {
        {'0', '0', '0', '0', '-', '0', '0', '-'},
        {9, 9, 9, 9, 0, 1, 9, 0},
        {1000 * MonthPlaces, 100 * MonthPlaces, 10 * MonthPlaces, MonthPlaces, 0, 10, 1, 0}};
    // Minutes, then seconds. Three bytes at the end may be anything.
    static constexpr DigitForm DayAndTime = {
        {'0', '0', 'T', '0', '0', ':', '0', '0', ':', '0', '0', 'Z', '"'},
        {3, 9, 0, 2, 9, 0, 5, 9, 0, 5, 9, 0, 0, 0xFF, 0xFF, 0xFF},
        {10 * MinutesPerDay, MinutesPerDay, 0, 600, 60, 0, 10, 1, 0, 10, 1}};
};

}  // namespace colonnade::engine
