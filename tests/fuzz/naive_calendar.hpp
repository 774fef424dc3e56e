// SPDX-License-Identifier: Apache-2.0
// A calendar as a child would make it: one day after the other, written down with its seconds. Slow
// to make, and obvious.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace colonnade::fuzz {

class NaiveCalendar {
public:
    struct Day {
        int year, month, day;
        std::int64_t midnight;
        std::string text;  // `YYYY-MM-DD`
    };
    static constexpr int FirstYear = 1900;
    static constexpr int LastYear = 2100;
    static constexpr std::int64_t SecondsPerDay = 24 * 60 * 60;

    NaiveCalendar() {
        for (int year = FirstYear; year <= LastYear; ++year) {
            for (int month = 1; month <= 12; ++month) {
                for (int day = 1; day <= days_of(year, month); ++day)
                    days_.push_back({year, month, day, 0, date(year, month, day)});
            }
        }
        count_from_1970();
    }

    [[nodiscard]] const std::vector<Day>& days() const { return days_; }

    // Midnight of `YYYY-MM-DD`, where there is that day.
    [[nodiscard]] std::optional<std::int64_t> midnight(std::string_view text) const {
        const auto found = by_text_.find(text);
        return found == by_text_.end() ? std::nullopt : std::optional(found->second);
    }
    // That, or `YYYY-MM-DDTHH:MM:SSZ`.
    [[nodiscard]] std::optional<std::int64_t> moment(std::string_view text) const {
        const auto day = midnight(text.substr(0, 10));
        if (!day || text.size() == 10) return day;
        if (text.size() != 20) return std::nullopt;
        const int hour = two(text, 11);
        const int minute = two(text, 14);
        const int second = two(text, 17);
        if (text != date_and_time(text.substr(0, 10), hour, minute, second) || hour > 23 ||
            minute > 59 || second > 59)
            return std::nullopt;
        return *day + hour * 3600 + minute * 60 + second;
    }

    static std::string padded(int value, std::size_t digits) {
        auto text = std::to_string(value);
        return std::string(digits - std::min(digits, text.size()), '0') + text;
    }
    static std::string date_and_time(std::string_view date, int hour, int minute, int second) {
        return std::string(date) + "T" + padded(hour, 2) + ":" + padded(minute, 2) + ":" +
               padded(second, 2) + "Z";
    }

private:
    static bool is_leap(int year) {
        if (year % 400 == 0) return true;
        if (year % 100 == 0) return false;
        return year % 4 == 0;
    }
    static int days_of(int year, int month) {
        if (month == 2) return is_leap(year) ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
    static std::string date(int year, int month, int day) {
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
    }
    // Two digits; what is none makes a number that is not written so.
    static int two(std::string_view text, std::size_t at) {
        return (text[at] - '0') * 10 + (text[at + 1] - '0');
    }

    void count_from_1970() {
        std::int64_t before = 0;
        while (days_[static_cast<std::size_t>(before)].year < 1970)
            ++before;
        for (std::size_t i = 0; i < days_.size(); ++i) {
            days_[i].midnight = (static_cast<std::int64_t>(i) - before) * SecondsPerDay;
            by_text_.emplace(days_[i].text, days_[i].midnight);
        }
    }

    std::vector<Day> days_;
    std::unordered_map<std::string_view, std::int64_t> by_text_;
};

}  // namespace colonnade::fuzz
