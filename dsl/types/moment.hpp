// SPDX-License-Identifier: Apache-2.0
// Dates and times as people and documents write them, as seconds since 1970-01-01 UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace colonnade::dsl {

struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};

// `YYYY-MM-DD` of the years 1900 to 2100, nothing else; midnight.
[[nodiscard]] std::optional<std::int64_t> parse_date(std::string_view text);

// A date, or `YYYY-MM-DDTHH:MM:SSZ`.
[[nodiscard]] std::optional<std::int64_t> parse_moment(std::string_view text);

[[nodiscard]] CivilDate civil_date(std::int64_t seconds);
// `YYYY-MM-DD`
[[nodiscard]] std::string date_text(std::int64_t seconds);
// `YYYY-MM-DDTHH:MM:SSZ`
[[nodiscard]] std::string time_text(std::int64_t seconds);

inline constexpr std::int64_t SecondsPerDay = 86'400;

}  // namespace colonnade::dsl
