// SPDX-License-Identifier: Apache-2.0
#include "taker.hpp"

#include <algorithm>
#include <array>

namespace colonnade::linkedin {
namespace {

struct MonthName {
    std::string_view name;
    int number = 0;
};

// `Mrz` is how German Excel shortens March.
constexpr std::array<MonthName, 36> MonthNames{{
    {"Jan", 1},       {"January", 1},   {"Januar", 1},   {"Feb", 2},       {"February", 2},
    {"Februar", 2},   {"Mar", 3},       {"March", 3},    {"Mär", 3},       {"März", 3},
    {"Mrz", 3},       {"Apr", 4},       {"April", 4},    {"May", 5},       {"Mai", 5},
    {"Jun", 6},       {"June", 6},      {"Juni", 6},     {"Jul", 7},       {"July", 7},
    {"Juli", 7},      {"Aug", 8},       {"August", 8},   {"Sep", 9},       {"Sept", 9},
    {"September", 9}, {"Oct", 10},      {"October", 10}, {"Okt", 10},      {"Oktober", 10},
    {"Nov", 11},      {"November", 11}, {"Dec", 12},     {"December", 12}, {"Dez", 12},
    {"Dezember", 12},
}};

// Letters, and bytes beyond ASCII.
bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

}  // namespace

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
    std::size_t size = 0;
    while (size < rest_.size() && is_of_word(rest_[size]))
        ++size;
    const auto word = rest_.substr(0, size);
    const auto* found = std::find_if(MonthNames.begin(), MonthNames.end(),
                                     [word](const MonthName& month) { return month.name == word; });
    rest_.remove_prefix(size);
    if (found != MonthNames.end()) return found->number;
    ok_ = false;
    return 0;
}

std::optional<Seconds> Taker::complete(const Clock& clock) const {
    return is_complete() ? seconds_of(clock) : std::nullopt;
}

}  // namespace colonnade::linkedin
