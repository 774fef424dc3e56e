// SPDX-License-Identifier: Apache-2.0
#include "dsl/types/moment.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace colonnade::dsl {
namespace {

// Exactly `size` digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t size) {
    int value = 0;
    for (std::size_t i = at; i < at + size; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool has(std::string_view text, std::size_t at, char c) {
    return at < text.size() && text[at] == c;
}

std::int64_t floor_days(std::int64_t seconds) {
    return seconds >= 0 ? seconds / SecondsPerDay
                        : -((-seconds + SecondsPerDay - 1) / SecondsPerDay);
}

}  // namespace

std::optional<std::int64_t> parse_date(std::string_view text) {
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (text.size() != 10 || !year || !month || !day || !has(text, 4, '-') || !has(text, 7, '-'))
        return std::nullopt;
    if (*year < 1900 || *year > 2100) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count() * SecondsPerDay;
}

std::optional<std::int64_t> parse_moment(std::string_view text) {
    const auto midnight = parse_date(text.substr(0, 10));
    if (!midnight || text.size() == 10) return midnight;
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    const bool formed = text.size() == 20 && has(text, 10, 'T') && has(text, 13, ':') &&
                        has(text, 16, ':') && has(text, 19, 'Z');
    if (!formed || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return *midnight + *hour * 3600 + *minute * 60 + *second;
}

CivilDate civil_date(std::int64_t seconds) {
    const std::chrono::sys_days day{std::chrono::days(floor_days(seconds))};
    const std::chrono::year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string date_text(std::int64_t seconds) {
    const auto date = civil_date(seconds);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string time_text(std::int64_t seconds) {
    const auto rest = seconds - floor_days(seconds) * SecondsPerDay;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", date_text(seconds), rest / 3600, rest / 60 % 60,
                       rest % 60);
}

}  // namespace colonnade::dsl
