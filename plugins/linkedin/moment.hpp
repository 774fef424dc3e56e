// SPDX-License-Identifier: Apache-2.0
// The date forms of LinkedIn's files, told apart by their shape. All times are UTC: where a file
// names no zone, comparing it with the ids of posts showed that it means UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace colonnade::linkedin {

// Seconds since 1970-01-01 UTC.
using Seconds = std::int64_t;
inline constexpr Seconds SecondsPerDay = 86'400;
inline constexpr int FirstYear = 1900;
inline constexpr int LastYear = 2100;

// One of
//   2026-11-20 08:15:09      also with " UTC", without seconds, or with slashes
//   11/20/26, 8:15 AM        also padded
//   Fri Nov 20 08:15:09 UTC 2026
//   20 Nov 2026              midnight
//   Nov 20, 2026             midnight
// or nothing: no other form, no time outside 1900 to 2100, no text after it.
[[nodiscard]] std::optional<Seconds> read_time(std::string_view text);

// First and last day, as their midnights, of what a person gave as a date: `2013`, `Jun 2014`, or a
// whole date, where both are the same day.
struct Period {
    Seconds first = 0;
    Seconds last = 0;
};
[[nodiscard]] std::optional<Period> read_period(std::string_view text);
[[nodiscard]] std::optional<Period> period_of(int year, int first_month, int last_month);
// The whole day that the time lies in, before 1970 too.
[[nodiscard]] Period day_of(Seconds at);

// The forms that Excel puts in place of LinkedIn's when it saves a file again, in English
//   4-Apr-21, 4/20/2021 10:00, Mar-20
// and in German
//   04. Apr 21, 20.04.2021 10:00, Mrz 20
// Seconds are lost. A date with slashes has the month first: where the day stands first, no more
// than the first twelve days of a month pass, and the file is refused for the others.
[[nodiscard]] std::optional<Seconds> read_excel_time(std::string_view text);
[[nodiscard]] std::optional<Period> read_excel_period(std::string_view text);

// `2026-11-20T08:15:09Z`, or `2026-11-20`, which is that day's last second here.
[[nodiscard]] std::optional<Seconds> read_as_of(std::string_view text);

// The last second of a day in the American order, as it stands in archive names.
[[nodiscard]] std::optional<Seconds> end_of_day(int month, int day, int year);

// A clock's fields as seconds, or nothing where they name no time.
struct Clock {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};
[[nodiscard]] std::optional<Seconds> seconds_of(const Clock& clock);

[[nodiscard]] std::string iso_date(Seconds at);
[[nodiscard]] std::string iso_time(Seconds at);

}  // namespace colonnade::linkedin
