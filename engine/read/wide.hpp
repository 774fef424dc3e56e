// SPDX-License-Identifier: Apache-2.0
// The same as `Narrow`, in one look: for processors with vectors of 32 bytes (AVX2).
#pragma once

#include "engine/read/narrow.hpp"
#include "engine/read/width.hpp"

#if defined(__GNUC__) && defined(__x86_64__)
#include <immintrin.h>

namespace colonnade::engine {

struct Wide {
    COLONNADE_AVX2 static std::uint32_t same(const char* a, const char* b) {
        return bits(_mm256_cmpeq_epi8(bytes_at(a), bytes_at(b)));
    }
    COLONNADE_AVX2 static std::uint32_t odd(const char* at) {
        const auto bytes = bytes_at(at);
        const auto backslashes = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'));
        const auto controls =
            _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
        return bits(_mm256_or_si256(backslashes, controls));
    }
    COLONNADE_AVX2 static std::uint32_t quotes(const char* at) {
        return bits(_mm256_cmpeq_epi8(bytes_at(at), _mm256_set1_epi8('"')));
    }
    COLONNADE_AVX2 static CountedMoment count_moment(const char* at) {
        const auto digits = _mm256_xor_si256(bytes_at(at), bytes_at(Zeros));
        const auto fits = _mm256_cmpeq_epi8(_mm256_min_epu8(digits, bytes_at(Most)), digits);
        const auto pairs = _mm256_maddubs_epi16(digits, bytes_at(InPair));
        const auto fours = _mm256_madd_epi16(pairs, bytes_at(OfPair));
        const auto sums = _mm256_add_epi32(fours, _mm256_srli_epi64(fours, 32));
        const auto first = _mm256_castsi256_si128(sums);
        const auto second = _mm256_extracti128_si256(sums, 1);
        return {bits(fits), static_cast<std::uint32_t>(_mm_cvtsi128_si32(first)),
                static_cast<std::uint32_t>(_mm_extract_epi32(first, 2)),
                static_cast<std::uint32_t>(_mm_cvtsi128_si32(second))};
    }

private:
    static constexpr std::size_t Bytes = 32;

    template <class T>
    COLONNADE_AVX2 static __m256i bytes_at(const T* at) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
    }
    COLONNADE_AVX2 static std::uint32_t bits(__m256i bytes) {
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
    }

    // What a moment has for digits: with each of them 0; the most that a byte may be; and what 1 in
    // a place counts, in its pair of bytes, and then in the number. Behind the quote bytes may be
    // anything.
    alignas(Bytes) static constexpr char Zeros[Bytes] = {'0', '0', '0', '0', '-', '0', '0',
                                                         '-', '0', '0', 'T', '0', '0', ':',
                                                         '0', '0', ':', '0', '0', 'Z', '"'};
    alignas(Bytes) static constexpr std::uint8_t Most[Bytes] = {9, 9, 9, 9, 0, 1, 9, 0, 3, 9, 0,
                                                                2, 9, 0, 5, 9, 0, 5, 9, 0, 0};
    alignas(Bytes) static constexpr std::int8_t InPair[Bytes] = {
        10, 1, 10, 1, 0, 10, 1, 0, 10, 1, 0, 10, 1, 0, 10, 1, 0, 10, 1};
    alignas(Bytes) static constexpr std::int16_t OfPair[Bytes / 2] = {
        100 * MonthPlaces, MonthPlaces, 1, 1, MinutesPerDay, 60, 60, 1, 1, 1};
};

}  // namespace colonnade::engine
#else
namespace colonnade::engine {

using Wide = Narrow;

}  // namespace colonnade::engine
#endif
