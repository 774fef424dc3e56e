// SPDX-License-Identifier: Apache-2.0
// The dates of files that Excel saved again.
#include "moment.hpp"
#include "taker.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// What two digits mean: nobody's career began before 1950.
int whole_year(int digits) {
    if (digits >= 100) return digits;
    return digits < 50 ? 2000 + digits : 1900 + digits;
}

// ` 10:00`, ` 10:00:30` or ` 10:00 AM`; a date may stand alone.
void take_clock(Taker& taker, Clock& clock) {
    if (taker.is_complete()) return;
    taker.literal(" ");
    taker.time_of_day(clock, 1);
    taker.half_of_day(clock);
}

// 4-Apr-21
std::optional<Seconds> read_with_dashes(std::string_view text) {
    Taker taker(text);
    Clock clock;
    clock.day = taker.digits(1, 2);
    taker.literal("-");
    clock.month = taker.month();
    taker.literal("-");
    clock.year = whole_year(taker.digits(2, 4));
    return taker.complete(clock);
}

// 4/20/2021 10:00
std::optional<Seconds> read_with_slashes(std::string_view text) {
    Taker taker(text);
    Clock clock;
    taker.pair(clock.month, clock.day, "/");
    clock.year = whole_year(taker.digits(2, 4));
    take_clock(taker, clock);
    return taker.complete(clock);
}

// 20.04.2021 10:00
std::optional<Seconds> read_with_dots(std::string_view text) {
    Taker taker(text);
    Clock clock;
    taker.pair(clock.day, clock.month, ".");
    clock.year = whole_year(taker.digits(2, 4));
    take_clock(taker, clock);
    return taker.complete(clock);
}

// 04. Apr 21
std::optional<Seconds> read_with_month_name(std::string_view text) {
    Taker taker(text);
    Clock clock;
    taker.named_day(clock);
    clock.year = whole_year(taker.digits(2, 2));
    return taker.complete(clock);
}

}  // namespace

std::optional<Seconds> read_excel_time(std::string_view text) {
    text = trimmed(text);
    for (const auto read :
         {read_with_dashes, read_with_slashes, read_with_dots, read_with_month_name}) {
        if (const auto at = read(text)) return at;
    }
    return std::nullopt;
}

std::optional<Period> read_excel_period(std::string_view text) {
    text = trimmed(text);
    if (const auto at = read_excel_time(text)) return day_of(*at);
    Taker taker(text);
    const int month = taker.month();
    taker.optional(".");
    if (!taker.optional("-")) taker.literal(" ");
    const int year = whole_year(taker.digits(2, 2));
    return taker.is_complete() ? period_of(year, month, month) : std::nullopt;
}

}  // namespace colonnade::linkedin
