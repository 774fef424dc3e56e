// SPDX-License-Identifier: Apache-2.0
#include "taker.hpp"

#include <algorithm>

#include "plugins/text/month_name.hpp"

namespace colonnade::linkedin {
int Taker::digits(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t count = 0;
    while (count < rest_.size() && count < most && rest_[count] >= '0' && rest_[count] <= '9') {
        value = value * 10 + (rest_[count++] - '0');
    }
    if (count < least) ok_ = false;
    rest_.remove_prefix(count);
    return value;
}

void Taker::literal(std::string_view text) {
    if (!optional(text)) ok_ = false;
}

bool Taker::optional(std::string_view text) {
    const bool is_here = rest_.substr(0, text.size()) == text;
    if (is_here) rest_.remove_prefix(text.size());
    return is_here;
}

void Taker::skip(std::size_t count) {
    if (rest_.size() < count) ok_ = false;
    rest_.remove_prefix(std::min(count, rest_.size()));
}

void Taker::pair(int& first, int& second, std::string_view separator) {
    first = digits(1, 2);
    literal(separator);
    second = digits(1, 2);
    literal(separator);
}

bool Taker::half_of_day(Clock& clock) {
    const bool afternoon = optional(" PM");
    if (!afternoon && !optional(" AM")) return false;
    if (clock.hour < 1 || clock.hour > 12) ok_ = false;
    clock.hour = clock.hour % 12 + (afternoon ? 12 : 0);
    return true;
}

int Taker::month() {
    const auto word = text::first_word(rest_);
    rest_.remove_prefix(word.size());
    const int number = text::month_named(word);
    if (number == 0) ok_ = false;
    return number;
}

void Taker::named_day(Clock& clock) {
    clock.day = digits(1, 2);
    optional(".");
    literal(" ");
    clock.month = month();
    optional(".");
    literal(" ");
}

void Taker::time_of_day(Clock& clock, std::size_t least_hour_digits) {
    clock.hour = digits(least_hour_digits, 2);
    literal(":");
    clock.minute = digits(2, 2);
    if (optional(":")) clock.second = digits(2, 2);
}

std::optional<Seconds> Taker::complete(const Clock& clock) const {
    return is_complete() ? seconds_of(clock) : std::nullopt;
}

}  // namespace colonnade::linkedin
