// SPDX-License-Identifier: Apache-2.0
#include "engine/evaluate/flags.hpp"

#include <algorithm>
#include <cstring>

#include "engine/evaluate/vectors.hpp"

namespace colonnade::engine {
namespace {

using dsl::Op;

template <class T, class Test>
void flag_each(const T* values, std::size_t count, std::uint8_t* __restrict flags, Test test) {
    for (std::size_t i = 0; i < count; ++i)
        flags[i] = test(values[i]) ? 1 : 0;
}

template <class T>
void compare(Op op, const T* values, std::size_t count, T right, std::uint8_t* flags) {
    switch (op) {
        case Op::NotEqual:
            return flag_each(values, count, flags, [=](T x) { return x != right; });
        case Op::Less:
            return flag_each(values, count, flags, [=](T x) { return x < right; });
        case Op::LessEqual:
            return flag_each(values, count, flags, [=](T x) { return x <= right; });
        case Op::Greater:
            return flag_each(values, count, flags, [=](T x) { return x > right; });
        case Op::GreaterEqual:
            return flag_each(values, count, flags, [=](T x) { return x >= right; });
        default:
            return flag_each(values, count, flags, [=](T x) { return x == right; });
    }
}

// A word of flags holds eight counts, which fit into a byte each for so many words.
constexpr std::size_t MostWords = 255;
constexpr std::size_t WordBytes = sizeof(std::uint64_t);

std::uint64_t flags_at(const std::uint8_t* flags) {
    std::uint64_t word = 0;
    std::memcpy(&word, flags, WordBytes);
    return word;
}

// The sum of eight bytes.
std::size_t sum_of_bytes(std::uint64_t word) {
    constexpr std::uint64_t Each = 0x00FF00FF00FF00FF;
    word = (word & Each) + (word >> 8U & Each);
    return word * 0x0001000100010001 >> 48U;
}

template <class WordAt, class FlagAt>
std::size_t count_words(std::size_t count, WordAt word_at, FlagAt flag_at) {
    std::size_t sum = 0;
    std::size_t i = 0;
    while (i + WordBytes <= count) {
        std::uint64_t counts = 0;
        const auto words = std::min((count - i) / WordBytes, MostWords);
        for (std::size_t word = 0; word < words; ++word)
            counts += word_at(i + word * WordBytes);
        sum += sum_of_bytes(counts);
        i += words * WordBytes;
    }
    for (; i < count; ++i)
        sum += flag_at(i);
    return sum;
}

std::size_t count_one(const std::uint8_t* a, std::size_t count) {
    return count_words(
        count, [=](std::size_t i) { return flags_at(a + i); },
        [=](std::size_t i) { return std::size_t{a[i]}; });
}

std::size_t count_two(const std::uint8_t* a, const std::uint8_t* b, std::size_t count) {
    return count_words(
        count, [=](std::size_t i) { return flags_at(a + i) & flags_at(b + i); },
        [=](std::size_t i) { return std::size_t{a[i]} & b[i]; });
}

}  // namespace

COLONNADE_WIDE void flag_moments(const double* at, std::size_t count, double after, double until,
                                 std::uint8_t* flags) {
    flag_each(at, count, flags, [=](double x) { return (x > after) & (x <= until); });
}

COLONNADE_WIDE void flag_compared(Op op, const double* values, std::size_t count, double right,
                                  std::uint8_t* flags) {
    compare(op, values, count, right, flags);
}

COLONNADE_WIDE void flag_compared(Op op, const std::int32_t* values, std::size_t count,
                                  std::int32_t right, std::uint8_t* flags) {
    compare(op, values, count, right, flags);
}

COLONNADE_WIDE void flag_not(const std::uint8_t* part, std::size_t count, std::uint8_t* flags) {
    flag_each(part, count, flags, [](std::uint8_t x) { return x == 0; });
}

COLONNADE_WIDE void flag_and(const std::uint8_t* part, std::size_t count,
                             std::uint8_t* __restrict flags) {
    for (std::size_t i = 0; i < count; ++i)
        flags[i] = flags[i] & part[i];
}

COLONNADE_WIDE void flag_or(const std::uint8_t* part, std::size_t count,
                            std::uint8_t* __restrict flags) {
    for (std::size_t i = 0; i < count; ++i)
        flags[i] = flags[i] | part[i];
}

COLONNADE_WIDE std::size_t count_flags(const std::uint8_t* a, const std::uint8_t* b,
                                       std::size_t count) {
    if (a != nullptr && b != nullptr) return count_two(a, b, count);
    const auto* one = a != nullptr ? a : b;
    return one == nullptr ? count : count_one(one, count);
}

}  // namespace colonnade::engine
