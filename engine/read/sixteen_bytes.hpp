// SPDX-License-Identifier: Apache-2.0
// Sixteen bytes looked at in one go, with a bit for each, the first one lowest: by vector
// instructions, and by a plain loop on processors without them. In a header, because a call would
// take as long as the looking.
#pragma once

#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace colonnade::engine {

inline constexpr std::size_t SixteenBytes = 16;

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

// Which bytes are a quote, a backslash or a control character.
inline std::uint32_t marks_in(const char* at) {
    const auto bytes = sixteen_at(at);
    const auto quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const auto backslashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    const auto controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    const auto marks = _mm_or_si128(_mm_or_si128(quotes, backslashes), controls);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(marks));
}
#else
inline std::uint32_t same_bytes(const char* a, const char* b) {
    std::uint32_t same = 0;
    for (std::size_t i = 0; i < SixteenBytes; ++i)
        same |= std::uint32_t{a[i] == b[i]} << i;
    return same;
}

inline std::uint32_t marks_in(const char* at) {
    std::uint32_t marks = 0;
    for (std::size_t i = 0; i < SixteenBytes; ++i) {
        const bool is_control = static_cast<unsigned char>(at[i]) <= 0x1F;
        marks |= std::uint32_t{at[i] == '"' || at[i] == '\\' || is_control} << i;
    }
    return marks;
}
#endif

}  // namespace colonnade::engine
