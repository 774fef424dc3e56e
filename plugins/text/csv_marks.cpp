// SPDX-License-Identifier: Apache-2.0
// The comparison of a block: by vector instructions, and by a plain loop on processors without
// them.
#include "plugins/text/csv_marks.hpp"

#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace colonnade::text {

void CsvMarks::look_at(std::string_view text, std::size_t block) {
    block_ = block;
    if (block + BlockBytes <= text.size()) {
        marks_ = marks_of(text.data() + block);
        return;
    }
    const auto rest = text.size() - block;
    char last[BlockBytes] = {};
    std::memcpy(last, text.data() + block, rest);
    marks_ = marks_of(last) & ((std::uint64_t{1} << rest) - 1);
}

#ifdef __SSE2__
std::uint64_t CsvMarks::marks_of(const char* bytes) const {
    std::uint64_t marks = 0;
    for (unsigned i = 0; i < 4; ++i) {
        __m128i part;
        std::memcpy(&part, bytes + i * sizeof part, sizeof part);
        const auto is = [&part](char c) { return _mm_cmpeq_epi8(part, _mm_set1_epi8(c)); };
        const auto any = _mm_or_si128(_mm_or_si128(is(separator_), is(escape_)),
                                      _mm_or_si128(is('"'), is('\n')));
        const auto bits = static_cast<std::uint64_t>(_mm_movemask_epi8(any));
        marks |= bits << (i * sizeof part);
    }
    return marks;
}
#else
std::uint64_t CsvMarks::marks_of(const char* bytes) const {
    std::uint64_t marks = 0;
    for (unsigned i = 0; i < BlockBytes; ++i) {
        const char c = bytes[i];
        const bool is_mark = c == separator_ || c == escape_ || c == '"' || c == '\n';
        marks |= std::uint64_t{is_mark} << i;
    }
    return marks;
}
#endif

}  // namespace colonnade::text
