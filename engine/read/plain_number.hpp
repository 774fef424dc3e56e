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

// A whole number of up to three digits, if what ends a value follows, digit by digit: the processor
// guesses how many there are, and goes on behind them without waiting for the answer.
[[nodiscard]] inline const char* read_short_number(const char* at, double& number) {
    constexpr unsigned Most = 3;
    unsigned value = 0;
    for (unsigned i = 0; i < Most; ++i) {
        const auto digit = static_cast<unsigned char>(at[i]) - unsigned{'0'};
        if (digit > 9) return nullptr;
        value = 10 * value + digit;
        const char* end = at + i + 1;
        if (*end == ',' || *end == '}') {
            number = value;
            return end;
        }
        // Nothing but a point stands behind a zero.
        if (value == 0) return nullptr;
    }
    return nullptr;
}

[[nodiscard]] inline const char* read_number(const char* at, double& number) {
    if (const char* end = read_short_number(at, number)) return end;
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
