// SPDX-License-Identifier: Apache-2.0
// One function per form, each over the same small taker of parts.
#include "moment.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "text.hpp"

namespace colonnade::linkedin {
namespace {

// Takes parts off the front of a text; after the first part that is not there, all is failure.
class Taker {
public:
    explicit Taker(std::string_view rest) : rest_(rest) {}

    int digits(std::size_t least, std::size_t most) {
        int value = 0;
        std::size_t count = 0;
        while (count < rest_.size() && count < most && rest_[count] >= '0' && rest_[count] <= '9') {
            value = value * 10 + (rest_[count++] - '0');
        }
        if (count < least) ok_ = false;
        rest_.remove_prefix(count);
        return value;
    }

    void literal(std::string_view text) {
        if (!optional(text)) ok_ = false;
    }

    bool optional(std::string_view text) {
        const bool is_here = rest_.substr(0, text.size()) == text;
        if (is_here) rest_.remove_prefix(text.size());
        return is_here;
    }

    // A month's short name; German ones as well, should an export ever be translated.
    int month() {
        static constexpr std::array<std::string_view, 16> names{
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
            "Sep", "Oct", "Nov", "Dec", "Mär", "Mai", "Okt", "Dez"};
        static constexpr std::array<int, 16> numbers{1, 2,  3,  4,  5, 6, 7,  8,
                                                     9, 10, 11, 12, 3, 5, 10, 12};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (optional(names[i])) return numbers[i];
        }
        ok_ = false;
        return 0;
    }

    void skip(std::size_t count) {
        if (rest_.size() < count) ok_ = false;
        rest_.remove_prefix(std::min(count, rest_.size()));
    }

    [[nodiscard]] bool is_complete() const { return ok_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool ok_ = true;
};

std::optional<Seconds> complete(const Taker& taker, const Clock& clock) {
    return taker.is_complete() ? seconds_of(clock) : std::nullopt;
}

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
    clock.hour = taker.digits(2, 2);
    taker.literal(":");
    clock.minute = taker.digits(2, 2);
    if (taker.optional(":")) clock.second = taker.digits(2, 2);
    taker.optional(" UTC");
    return complete(taker, clock);
}

// 11/20/26, 8:15 AM
std::optional<Seconds> read_american(std::string_view text) {
    Taker taker(text);
    Clock clock;
    clock.month = taker.digits(1, 2);
    taker.literal("/");
    clock.day = taker.digits(1, 2);
    taker.literal("/");
    clock.year = 2000 + taker.digits(2, 2);
    taker.literal(", ");
    const int hour = taker.digits(1, 2);
    taker.literal(":");
    clock.minute = taker.digits(2, 2);
    const bool afternoon = taker.optional(" PM");
    if (!afternoon) taker.literal(" AM");
    if (hour < 1 || hour > 12) return std::nullopt;
    clock.hour = hour % 12 + (afternoon ? 12 : 0);
    return complete(taker, clock);
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
    clock.hour = taker.digits(2, 2);
    taker.literal(":");
    clock.minute = taker.digits(2, 2);
    taker.literal(":");
    clock.second = taker.digits(2, 2);
    taker.literal(" UTC ");
    clock.year = taker.digits(4, 4);
    return complete(taker, clock);
}

// 20 Nov 2026
std::optional<Seconds> read_day_first(std::string_view text) {
    Taker taker(text);
    Clock clock;
    clock.day = taker.digits(1, 2);
    taker.literal(" ");
    clock.month = taker.month();
    taker.literal(" ");
    clock.year = taker.digits(4, 4);
    return complete(taker, clock);
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
    return complete(taker, clock);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
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
    using namespace std::chrono;
    text = trimmed(text);
    if (const auto whole = read_time(text)) {
        const auto midnight = *whole - (*whole % SecondsPerDay + SecondsPerDay) % SecondsPerDay;
        return Period{midnight, midnight};
    }
    Taker taker(text);
    const bool has_month = !text.empty() && !is_digit(text[0]);
    const int number = has_month ? taker.month() : 0;
    if (has_month) taker.literal(" ");
    const int whole_year = taker.digits(4, 4);
    if (!taker.is_complete() || whole_year < FirstYear || whole_year > LastYear) {
        return std::nullopt;
    }
    const year_month first{year{whole_year}, month{static_cast<unsigned>(has_month ? number : 1)}};
    const year_month last{year{whole_year}, month{static_cast<unsigned>(has_month ? number : 12)}};
    const auto midnight = [](sys_days day) {
        return day.time_since_epoch().count() * SecondsPerDay;
    };
    return Period{midnight(sys_days{first / 1}), midnight(sys_days{last / std::chrono::last})};
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
    return complete(taker, clock);
}

}  // namespace colonnade::linkedin
