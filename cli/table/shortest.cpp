// SPDX-License-Identifier: Apache-2.0
#include "cli/table/shortest.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstdint>

#include "cli/table/digits.hpp"

namespace colonnade::cli {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr int FractionBits = 52;
constexpr int LeastExponent = -10;  // exponents of two of the values that are written here
constexpr int MostExponent = 6;
constexpr int MostDecimals = 19;

constexpr auto Powers = [] {
    std::array<std::uint64_t, MostDecimals + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers.at(i) = 10 * powers.at(i - 1);
    return powers;
}();

// Per exponent: with so many decimals, neighbouring doubles are 1 to 10 units of the last apart.
constexpr auto DecimalsOf = [] {
    std::array<int, MostExponent - LeastExponent + 1> decimals{};
    for (int exponent = LeastExponent; exponent <= MostExponent; ++exponent) {
        auto& enough = decimals.at(static_cast<std::size_t>(exponent - LeastExponent));
        while (Powers.at(static_cast<std::size_t>(enough)) < std::uint64_t{1}
                                                                 << (FractionBits - exponent))
            ++enough;
    }
    return decimals;
}();

struct Decimal {
    std::uint64_t units = 0;  // of the last decimal
    std::uint64_t zeros = 0;  // at the end, of 1 or more: 1
};

// `mantissa` / 2^`shift`, in units of 1 / `power`. All numbers that read back as this double are
// within half a double of it, which is 1/2 to 5 units. At most one of them ends in 0: nothing else
// is shorter. If there is none, the nearest is taken. All of it is exact: a product has at most 118
// bits.
Decimal shortest(std::uint64_t mantissa, int shift, std::uint64_t power) {
    const Wide product = Wide{2 * mantissa} * power;
    const int bits = shift + 1;  // behind the point of the product
    const auto units = static_cast<std::uint64_t>(product >> bits);
    const auto part = static_cast<std::uint64_t>(product) & ((std::uint64_t{1} << bits) - 1);
    // What is just half a double away reads back as the one whose mantissa is even.
    const auto reach = power + (mantissa % 2 == 0 ? 1 : 0);
    const auto last = units % 10;
    const auto down = (Wide{last} << bits) + part < reach ? std::uint64_t{1} : 0;
    const auto up = (Wide{10 - last} << bits) - part < reach ? std::uint64_t{1} : 0;
    const auto nearest = (part + units % 2) > std::uint64_t{1} << (bits - 1) ? std::uint64_t{1} : 0;
    const auto zero = down + up;
    // Without branches: what comes out is as good as random.
    return {units + (1 - zero) * nearest + 10 * up - zero * last, zero};
}

// 19 digits after the point before `out`, of which the first `decimals` count.
char* write_fraction(std::uint64_t digits, int decimals, std::uint64_t zeros, char* out) {
    const auto high = digits / 100'000'000;
    const auto middle = static_cast<std::uint32_t>(high % 100'000'000);
    const auto low = static_cast<std::uint32_t>(digits % 100'000'000);
    write_4(static_cast<std::uint32_t>(high / 100'000'000), out - 1);
    out[-1] = '.';
    write_8(middle, out + 3);
    write_8(low, out + 11);
    char* end = low != 0 ? out + decimals - zeros : out + (middle == 0 ? 3 : 11);
    while (end[-1] == '0')
        --end;
    return end;
}

}  // namespace

char* write_shortest(double value, char* out) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const auto fraction = bits & ((std::uint64_t{1} << FractionBits) - 1);
    const int exponent = static_cast<int>(bits >> FractionBits) - 1023;
    // Below a power of two doubles are nearer to each other than above it.
    if (exponent < LeastExponent || exponent > MostExponent || fraction == 0)
        return fmt::format_to(out, "{}", value);
    const auto mantissa = fraction | std::uint64_t{1} << FractionBits;
    const int shift = FractionBits - exponent;
    const int decimals = DecimalsOf[static_cast<std::size_t>(exponent - LeastExponent)];
    const auto power = Powers[static_cast<std::size_t>(decimals)];
    const auto decimal = shortest(mantissa, shift, power);
    auto whole = mantissa >> shift;
    auto rest = decimal.units - whole * power;
    if (rest >= power) {
        ++whole;
        rest -= power;
    }
    out = write_whole(whole, out);
    if (rest == 0) return out - 1;
    return write_fraction(rest * Powers[static_cast<std::size_t>(MostDecimals - decimals)],
                          decimals, decimal.zeros, out);
}

}  // namespace colonnade::cli
