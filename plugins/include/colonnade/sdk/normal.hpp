// SPDX-License-Identifier: Apache-2.0
// The natural logarithm and the share of a normal distribution below a value. Made of + - * / and
// the bits of a double alone, because the mathematical library's last bits differ between machines.
// Both are within 1e-12 of the exact value. Includes nothing of ours: the language of rulebooks
// computes its log-normal curve by this same text.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

namespace colonnade::sdk {
namespace normal {

// ln 2 in two parts; the high one ends in zeros, so that a whole number times it is exact.
inline constexpr double Ln2High = 0x1.62e42feep-1;
inline constexpr double Ln2Low = 0x1.a39ef35793c76p-33;
inline constexpr double Ln2 = 0x1.62e42fefa39efp-1;
inline constexpr double Sqrt2 = 0x1.6a09e667f3bcdp+0;
inline constexpr double OneOverSqrt2Pi = 0x1.9884533d43651p-2;
// Beyond this many standard deviations a share is 0 or 1 to the last bit.
inline constexpr double Far = 8.3;

// e to the power of x, for x from -700 to 0: x is k times ln 2 and a rest, whose powers are summed.
[[nodiscard]] inline double exp_below_zero(double x) {
    const int k = static_cast<int>(x / Ln2 - 0.5);
    const double rest = (x - k * Ln2High) - k * Ln2Low;
    double sum = 1;
    for (int n = 14; n >= 1; --n)
        sum = 1 + sum * rest / n;
    return sum * std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U);
}

}  // namespace normal

// -infinity of 0, not a number of what is below.
[[nodiscard]] inline double ln(double x) {
    using Limits = std::numeric_limits<double>;
    if (!(x > 0)) return x == 0 ? -Limits::infinity() : Limits::quiet_NaN();
    if (x > Limits::max()) return x;
    int exponent = -1023;
    if (x < Limits::min()) {
        x *= 0x1p54;
        exponent -= 54;
    }
    const auto bits = std::bit_cast<std::uint64_t>(x);
    exponent += static_cast<int>(bits >> 52U);
    // x is m times a power of two, m around 1; ln m = 2 (s + s^3/3 + s^5/5 + …).
    double m = std::bit_cast<double>((bits & 0x000F'FFFF'FFFF'FFFFU) | 0x3FF0'0000'0000'0000U);
    if (m > normal::Sqrt2) {
        m /= 2;
        ++exponent;
    }
    const double s = (m - 1) / (m + 1);
    double series = 0;
    for (int k = 23; k >= 1; k -= 2)
        series = series * (s * s) + 1.0 / k;
    return exponent * normal::Ln2High + (exponent * normal::Ln2Low + 2 * s * series);
}

// How much of a normal distribution lies below z standard deviations: 0.5 at 0.
[[nodiscard]] inline double phi(double z) {
    if (z != z) return z;
    if (z >= normal::Far) return 1;
    if (z <= -normal::Far) return 0;
    // 1/2 + density * (z + z^3/3 + z^5/(3*5) + …), until a term changes nothing.
    double term = z;
    double sum = z;
    double before = 0;
    for (double k = 3; sum != before; k += 2) {
        before = sum;
        term *= z * z / k;
        sum += term;
    }
    const double density = normal::OneOverSqrt2Pi * normal::exp_below_zero(-z * z / 2);
    return std::clamp(0.5 + sum * density, 0.0, 1.0);
}

}  // namespace colonnade::sdk
