// SPDX-License-Identifier: Apache-2.0
// Digits are read eight bytes at once, and days are looked up by month.
#include "engine/read/plain_moment.hpp"

#include <array>
#include <chrono>

#include "dsl/types/moment.hpp"

namespace colonnade::engine {
namespace {

constexpr unsigned FirstYear = 1900;
constexpr unsigned LastYear = 2100;
constexpr unsigned Months = (LastYear - FirstYear + 1) * 12;

// The day on which a month begins, since 1970; one more month, for the length of the last.
constexpr auto FirstDays = [] {
    std::array<std::int32_t, Months + 1> days{};
    for (unsigned m = 0; m <= Months; ++m) {
        const std::chrono::year_month_day first{
            std::chrono::year(static_cast<int>(FirstYear + m / 12)), std::chrono::month(m % 12 + 1),
            std::chrono::day(1)};
        days[m] =
            static_cast<std::int32_t>(std::chrono::sys_days(first).time_since_epoch().count());
    }
    return days;
}();

// Eight bytes that shall look like a pattern, in which `0` is any digit. What differs is the value
// of each digit; the lowest byte is the first.
struct Pattern {
    std::uint64_t text = 0;
    std::uint64_t most = 0;  // what reaches 0x80 when added to a byte that differs too much

    constexpr explicit Pattern(const char* pattern) {
        for (unsigned i = 0; i < 8; ++i) {
            const auto c = static_cast<std::uint64_t>(pattern[i]);
            text |= c << (8 * i);
            most |= (c == '0' ? 0x76ULL : 0x7FULL) << (8 * i);
        }
    }
    [[nodiscard]] std::uint64_t digits(std::uint64_t word) const { return word ^ text; }
    // A bit in each byte that is another.
    [[nodiscard]] std::uint64_t wrong(std::uint64_t digits) const {
        return ((digits + most) | digits) & 0x8080808080808080ULL;
    }
};

constexpr Pattern YearAndMonth("0000-00-");
constexpr Pattern DayAndTime("00T00:00");
constexpr Pattern SecondAndEnd(":00Z\"\0\0\0");
constexpr std::uint64_t DayOnly = 0xFFFF;
constexpr std::uint64_t EndOnly = 0xFFFFFFFFFF;

// Two digits each, wherever two stand side by side.
class Pairs {
public:
    explicit Pairs(std::uint64_t digits) : pairs_(digits * 10 + (digits >> 8U)) {}
    [[nodiscard]] unsigned at(unsigned i) const {
        return static_cast<unsigned>(pairs_ >> (8 * i)) & 0xFFU;
    }

private:
    std::uint64_t pairs_;
};

struct Midnight {
    bool is_day = false;
    std::int64_t seconds = 0;
};

Midnight midnight(const Pairs& start, const Pairs& rest) {
    const auto year = start.at(0) * 100 + start.at(2) - FirstYear;
    const auto month = start.at(5) - 1;
    if ((year > LastYear - FirstYear) | (month > 11)) return {};
    const auto* first = &FirstDays[year * 12 + month];
    const auto day = static_cast<std::int32_t>(rest.at(0)) - 1;
    return {day >= 0 && day < first[1] - first[0], (first[0] + day) * dsl::SecondsPerDay};
}

}  // namespace

PlainMoment read_moment(const char* at) {
    const auto start = YearAndMonth.digits(word_at(at + 1));
    const auto rest = DayAndTime.digits(word_at(at + 9));
    const auto wrong_rest = DayAndTime.wrong(rest);
    if ((*at != '"') | ((YearAndMonth.wrong(start) | (wrong_rest & DayOnly)) != 0)) return {};
    const Pairs time(rest);
    const auto day = midnight(Pairs(start), time);
    if (!day.is_day) return {};
    if (at[DateBytes - 1] == '"') return {at + DateBytes, day.seconds};
    const auto end = SecondAndEnd.digits(word_at(at + 17));
    const auto hour = time.at(3);
    const auto minute = time.at(6);
    const auto second = Pairs(end).at(1);
    const bool odd = (wrong_rest | (SecondAndEnd.wrong(end) & EndOnly)) != 0;
    if (odd | (hour > 23) | (minute > 59) | (second > 59)) return {};
    return {at + DateBytes + 10, day.seconds + hour * 3600 + minute * 60 + second};
}

}  // namespace colonnade::engine
