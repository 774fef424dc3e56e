// SPDX-License-Identifier: Apache-2.0
// Numbers of JSON, rounded as exactly as anywhere: to the double that is nearest.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "engine/read/plain_text.hpp"

namespace colonnade::engine {

// Of the digits at a place, up to seven.
struct Digits {
    unsigned count = 0;  // none also where there are eight or more
    std::uint32_t value = 0;
};

inline constexpr unsigned MostDigits = 7;

// All eight bytes at once: a number of no certain length costs no branch that is guessed wrong.
inline Digits digits_at(const char* at) {
    const auto word = word_at(at) ^ 0x3030303030303030ULL;
    const auto others = ((word + 0x7676767676767676ULL) | word) & 0x8080808080808080ULL;
    // Bits of all digits: the lowest byte that is none has its highest bit set.
    const auto bits = static_cast<unsigned>(std::countr_zero(others)) & 0x38U;
    // Two, four, then eight digits as one number, where zeros stand in front.
    auto pairs = word << ((64 - bits) & 63U);
    pairs = (pairs * 10 + (pairs >> 8U)) & 0x00FF00FF00FF00FFULL;
    pairs = (pairs * 100 + (pairs >> 16U)) & 0x0000FFFF0000FFFFULL;
    pairs = pairs * 10'000 + (pairs >> 32U);
    return {bits / 8, static_cast<std::uint32_t>(pairs)};
}

// Any number; the same as read_number, but not in a hurry.
[[nodiscard]] const char* read_long_number(const char* at, double& number);

inline unsigned digit_at(const char* at) {
    return static_cast<unsigned char>(*at) - unsigned{'0'};
}

// Whether nothing goes on behind a whole number.
inline bool ends_whole(const char* at) {
    return *at == ',' || *at == '}';
}

[[nodiscard]] inline const char* read_number(const char* at, double& number) {
    // Digits one by one where they are few: as a rule the processor guesses how many there are, and
    // goes on behind them without waiting.
    const auto first_digit = digit_at(at);
    if (first_digit < 10) {
        if (ends_whole(at + 1)) {
            number = first_digit;
            return at + 1;
        }
        const auto second = digit_at(at + 1);
        if (second < 10 && first_digit != 0) {
            if (ends_whole(at + 2)) {
                number = 10 * first_digit + second;
                return at + 2;
            }
            const auto third = digit_at(at + 2);
            if (third < 10 && ends_whole(at + 3)) {
                number = 100 * first_digit + 10 * second + third;
                return at + 3;
            }
        }
    }
    static constexpr std::array<double, MostDigits + 1> Tens = {1e0, 1e1, 1e2, 1e3,
                                                                1e4, 1e5, 1e6, 1e7};
    const bool negative = *at == '-';
    const char* first = at + (negative ? 1 : 0);
    const auto whole = digits_at(first);
    const bool padded = (*first == '0') & (whole.count > 1);
    if (padded | (whole.count == 0)) return read_long_number(at, number);
    const char* end = first + whole.count;
    // Both parts have fewer digits than a double keeps, and so has the power of ten: the quotient
    // is rounded once.
    number = whole.value;
    if (*end == '.') {
        const auto part = digits_at(end + 1);
        if (part.count == 0) return read_long_number(at, number);
        number = (number * Tens[part.count] + part.value) / Tens[part.count];
        end += 1 + part.count;
    }
    if ((*end | 0x20) == 'e') return read_long_number(at, number);
    if (negative) {
        // Zero with a sign has several forms.
        if (number == 0) return nullptr;
        number = -number;
    }
    return end;
}

}  // namespace colonnade::engine
