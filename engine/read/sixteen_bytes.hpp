// SPDX-License-Identifier: Apache-2.0
// Sixteen bytes looked at in one go, with a bit for each, the first one lowest: by vector
// instructions, and by a plain loop on processors without them. In a header, because a call would
// take as long as the looking.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace colonnade::engine {

inline constexpr std::size_t SixteenBytes = 16;

// A text in which some bytes are digits.
struct DigitForm {
    alignas(16) std::array<char, SixteenBytes> zeros;          // with each digit 0
    alignas(16) std::array<std::uint8_t, SixteenBytes> most;   // that a digit may be; else 0
    alignas(16) std::array<std::int16_t, SixteenBytes> count;  // what 1 in this place counts
};

struct CountedDigits {
    std::uint32_t fits = 0;  // which bytes are as the form says
    // What the digits count, of the first eight bytes and of the others. Of no use unless they fit.
    std::uint32_t first = 0;
    std::uint32_t second = 0;
};

#ifdef __SSE2__
inline __m128i sixteen_at(const char* at) {
    __m128i bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

// Which bytes are the same.
inline std::uint32_t same_bytes(const char* a, const char* b) {
    const auto same = _mm_cmpeq_epi8(sixteen_at(a), sixteen_at(b));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(same));
}

// Which bytes are a backslash or a control character.
inline std::uint32_t odd_in(const char* at) {
    const auto bytes = sixteen_at(at);
    const auto backslashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    const auto controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(backslashes, controls)));
}

inline CountedDigits count_digits(__m128i bytes, const DigitForm& form) {
    const auto digits = _mm_xor_si128(bytes, sixteen_at(form.zeros.data()));
    const auto* most = reinterpret_cast<const __m128i*>(form.most.data());
    const auto* count = reinterpret_cast<const __m128i*>(form.count.data());
    const auto fits = _mm_cmpeq_epi8(_mm_min_epu8(digits, _mm_load_si128(most)), digits);
    const auto zero = _mm_setzero_si128();
    const auto first = _mm_madd_epi16(_mm_unpacklo_epi8(digits, zero), _mm_load_si128(count));
    const auto second = _mm_madd_epi16(_mm_unpackhi_epi8(digits, zero), _mm_load_si128(count + 1));
    auto sums = _mm_add_epi32(_mm_unpacklo_epi32(first, second), _mm_unpackhi_epi32(first, second));
    sums = _mm_add_epi32(sums, _mm_unpackhi_epi64(sums, sums));
    const auto both = static_cast<std::uint64_t>(_mm_cvtsi128_si64(sums));
    return {static_cast<std::uint32_t>(_mm_movemask_epi8(fits)), static_cast<std::uint32_t>(both),
            static_cast<std::uint32_t>(both >> 32U)};
}

inline CountedDigits count_sixteen_digits(const char* at, const DigitForm& form) {
    return count_digits(sixteen_at(at), form);
}

// As if zero bytes stood behind.
inline CountedDigits count_eight_digits(const char* at, const DigitForm& form) {
    return count_digits(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(at)), form);
}

inline std::uint32_t quotes_in(const char* at) {
    const auto quotes = _mm_cmpeq_epi8(sixteen_at(at), _mm_set1_epi8('"'));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(quotes));
}

// Which bytes have their highest bit set.
inline std::uint32_t high_bits(const std::uint8_t* at) {
    __m128i bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
}
#else
inline std::uint32_t same_bytes(const char* a, const char* b) {
    std::uint32_t same = 0;
    for (std::size_t i = 0; i < SixteenBytes; ++i)
        same |= std::uint32_t{a[i] == b[i]} << i;
    return same;
}

inline std::uint32_t odd_in(const char* at) {
    std::uint32_t odd = 0;
    for (std::size_t i = 0; i < SixteenBytes; ++i) {
        const bool is_control = static_cast<unsigned char>(at[i]) <= 0x1F;
        odd |= std::uint32_t{at[i] == '\\' || is_control} << i;
    }
    return odd;
}

inline CountedDigits count_digits(const char* at, std::size_t size, const DigitForm& form) {
    CountedDigits counted;
    for (std::size_t i = 0; i < SixteenBytes; ++i) {
        const char byte = i < size ? at[i] : '\0';
        const auto digit = static_cast<std::uint8_t>(byte ^ form.zeros[i]);
        counted.fits |= std::uint32_t{digit <= form.most[i]} << i;
        auto& sum = i < SixteenBytes / 2 ? counted.first : counted.second;
        sum += digit * static_cast<std::uint32_t>(form.count[i]);
    }
    return counted;
}

inline CountedDigits count_sixteen_digits(const char* at, const DigitForm& form) {
    return count_digits(at, SixteenBytes, form);
}

inline CountedDigits count_eight_digits(const char* at, const DigitForm& form) {
    return count_digits(at, SixteenBytes / 2, form);
}

inline std::uint32_t quotes_in(const char* at) {
    std::uint32_t quotes = 0;
    for (std::size_t i = 0; i < SixteenBytes; ++i)
        quotes |= std::uint32_t{at[i] == '"'} << i;
    return quotes;
}

inline std::uint32_t high_bits(const std::uint8_t* at) {
    std::uint32_t high = 0;
    for (std::size_t i = 0; i < SixteenBytes; ++i)
        high |= std::uint32_t{at[i] >= 0x80} << i;
    return high;
}
#endif

}  // namespace colonnade::engine
