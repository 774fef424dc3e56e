// SPDX-License-Identifier: Apache-2.0
#include "moment.hpp"

#include <chrono>

namespace colonnade::linkedin {

std::optional<Seconds> seconds_of(const Clock& clock) {
    using namespace std::chrono;
    const year_month_day date{year{clock.year}, month{static_cast<unsigned>(clock.month)},
                              day{static_cast<unsigned>(clock.day)}};
    if (clock.year < FirstYear || clock.year > LastYear || !date.ok()) return std::nullopt;
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return std::nullopt;
    const auto days = sys_days{date}.time_since_epoch().count();
    return days * SecondsPerDay + clock.hour * 3'600 + clock.minute * 60 + clock.second;
}

std::optional<Seconds> end_of_day(int month, int day, int year) {
    return seconds_of({year, month, day, 23, 59, 59});
}

std::string iso_date(Seconds at) {
    using namespace std::chrono;
    const year_month_day date{floor<days>(sys_seconds{seconds{at}})};
    const auto y = static_cast<unsigned>(static_cast<int>(date.year()));
    const auto m = static_cast<unsigned>(date.month());
    const auto d = static_cast<unsigned>(date.day());
    std::string text = "0000-00-00";
    const auto put = [&text](std::size_t end, unsigned value, int count) {
        for (; count > 0; --count, value /= 10)
            text[--end] = static_cast<char>('0' + value % 10);
    };
    put(4, y, 4);
    put(7, m, 2);
    put(10, d, 2);
    return text;
}

std::string iso_time(Seconds at) {
    const auto of_day = ((at % SecondsPerDay) + SecondsPerDay) % SecondsPerDay;
    std::string text = iso_date(at) + "T00:00:00Z";
    const auto put = [&text](std::size_t start, Seconds value) {
        text[start] = static_cast<char>('0' + value / 10);
        text[start + 1] = static_cast<char>('0' + value % 10);
    };
    put(11, of_day / 3'600);
    put(14, of_day / 60 % 60);
    put(17, of_day % 60);
    return text;
}

}  // namespace colonnade::linkedin
