// SPDX-License-Identifier: Apache-2.0
// One function per form, each over the same small taker of parts.
#include <chrono>

#include "moment.hpp"
#include "taker.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// 2026-11-20 08:15:09, 2026/11/20 08:15:09 UTC, 2026-11-20 08:15
std::optional<Seconds> read_year_first(std::string_view text, std::string_view separator) {
    Taker taker(text);
    Clock clock;
    clock.year = taker.digits(4, 4);
    taker.literal(separator);
    clock.month = taker.digits(2, 2);
    taker.literal(separator);
    clock.day = taker.digits(2, 2);
    taker.literal(" ");
    taker.time_of_day(clock, 2);
    taker.optional(" UTC");
    return taker.complete(clock);
}

// 11/20/26, 8:15 AM
std::optional<Seconds> read_american(std::string_view text) {
    Taker taker(text);
    Clock clock;
    taker.pair(clock.month, clock.day, "/");
    clock.year = 2000 + taker.digits(2, 2);
    taker.literal(", ");
    taker.time_of_day(clock, 1);
    return taker.half_of_day(clock) ? taker.complete(clock) : std::nullopt;
}

// Fri Nov 20 08:15:09 UTC 2026
std::optional<Seconds> read_unix(std::string_view text) {
    Taker taker(text);
    Clock clock;
    taker.skip(3);
    taker.literal(" ");
    clock.month = taker.month();
    taker.literal(" ");
    taker.optional(" ");
    clock.day = taker.digits(1, 2);
    taker.literal(" ");
    taker.time_of_day(clock, 2);
    taker.literal(" UTC ");
    clock.year = taker.digits(4, 4);
    return taker.complete(clock);
}

// 20 Nov 2026
std::optional<Seconds> read_day_first(std::string_view text) {
    Taker taker(text);
    Clock clock;
    taker.named_day(clock);
    clock.year = taker.digits(4, 4);
    return taker.complete(clock);
}

// Nov 20, 2026
std::optional<Seconds> read_month_first(std::string_view text) {
    Taker taker(text);
    Clock clock;
    clock.month = taker.month();
    taker.literal(" ");
    clock.day = taker.digits(1, 2);
    taker.literal(", ");
    clock.year = taker.digits(4, 4);
    return taker.complete(clock);
}

}  // namespace

std::optional<Seconds> read_time(std::string_view text) {
    text = trimmed(text);
    if (text.size() < 8) return std::nullopt;
    if (!is_digit(text[0])) {
        const bool has_day_first = text[3] == ' ' && !is_digit(text[4]);
        return has_day_first ? read_unix(text) : read_month_first(text);
    }
    if (is_digit(text[1]) && is_digit(text[2])) {
        return read_year_first(text, text[4] == '/' ? "/" : "-");
    }
    if (text[1] == '/' || text[2] == '/') return read_american(text);
    return read_day_first(text);
}

std::optional<Period> read_period(std::string_view text) {
    text = trimmed(text);
    if (const auto at = read_time(text)) return day_of(*at);
    Taker taker(text);
    const bool has_month = !text.empty() && !is_digit(text[0]);
    const int number = has_month ? taker.month() : 0;
    if (has_month) {
        taker.optional(".");
        taker.literal(" ");
    }
    const int whole_year = taker.digits(4, 4);
    if (!taker.is_complete()) return std::nullopt;
    return has_month ? period_of(whole_year, number, number) : period_of(whole_year, 1, 12);
}

Period day_of(Seconds at) {
    const auto midnight = at - (at % SecondsPerDay + SecondsPerDay) % SecondsPerDay;
    return {midnight, midnight};
}

std::optional<Period> period_of(int year, int first_month, int last_month) {
    using namespace std::chrono;
    if (year < FirstYear || year > LastYear) return std::nullopt;
    const auto midnight = [](sys_days day) {
        return day.time_since_epoch().count() * SecondsPerDay;
    };
    const auto month_of = [year](int number) {
        return year_month{std::chrono::year{year}, month{static_cast<unsigned>(number)}};
    };
    return Period{midnight(sys_days{month_of(first_month) / 1}),
                  midnight(sys_days{month_of(last_month) / std::chrono::last})};
}

std::optional<Seconds> read_as_of(std::string_view text) {
    Taker taker(text);
    Clock clock{0, 0, 0, 23, 59, 59};
    clock.year = taker.digits(4, 4);
    taker.literal("-");
    clock.month = taker.digits(2, 2);
    taker.literal("-");
    clock.day = taker.digits(2, 2);
    if (taker.optional("T")) {
        clock.hour = taker.digits(2, 2);
        taker.literal(":");
        clock.minute = taker.digits(2, 2);
        taker.literal(":");
        clock.second = taker.digits(2, 2);
        taker.literal("Z");
    }
    return taker.complete(clock);
}

}  // namespace colonnade::linkedin
