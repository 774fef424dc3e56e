// SPDX-License-Identifier: Apache-2.0
#include "engine/read/plain_moment.hpp"

#include <chrono>

namespace colonnade::engine {

constinit const PlainMonthTable PlainMonths = [] {
    using namespace std::chrono;
    const auto minutes_to = [](sys_days day) {
        return static_cast<std::int32_t>(day.time_since_epoch().count()) *
               static_cast<std::int32_t>(MinutesPerDay);
    };
    PlainMonthTable all{};
    for (std::uint32_t year = FirstYear; year <= LastYear; ++year) {
        for (std::uint32_t m = 1; m <= 12; ++m) {
            const auto first = std::chrono::year(static_cast<int>(year)) / month(m) / 1;
            const auto begin = minutes_to(first);
            const auto end = minutes_to(year_month_day(first + months(1)));
            all[(year - FirstYear) * MonthPlaces + m] = {
                begin - static_cast<std::int32_t>(MinutesPerDay),
                static_cast<std::uint32_t>(end - begin)};
        }
    }
    return all;
}();

}  // namespace colonnade::engine
