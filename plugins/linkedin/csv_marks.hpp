// SPDX-License-Identifier: Apache-2.0
// Finds the bytes that mean something in a table, 64 at a time: one comparison of a whole block
// gives a bit for each byte, and what lies between two bits is never looked at again.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace colonnade::linkedin {

class CsvMarks {
public:
    // Besides quote and line end. Without an escape of its own, a table's escape is the quote.
    CsvMarks(char separator, char escape) : separator_(separator), escape_(escape) {}

    // Where the next mark stands at `at` or behind it, or the end of the text. The text behind `at`
    // must be the same in all calls.
    [[nodiscard]] std::size_t next(std::string_view text, std::size_t at) {
        for (; at < text.size(); at = (at | (BlockBytes - 1)) + 1) {
            const auto block = at & ~(BlockBytes - 1);
            if (block != block_) look_at(text, block);
            const auto rest = marks_ >> (at - block);
            if (rest != 0) return at + static_cast<std::size_t>(std::countr_zero(rest));
        }
        return text.size();
    }

private:
    static constexpr std::size_t BlockBytes = 64;

    void look_at(std::string_view text, std::size_t block) {
        block_ = block;
        if (block + BlockBytes <= text.size()) {
            marks_ = marks_of(text.data() + block);
            return;
        }
        const auto rest = text.size() - block;
        char last[BlockBytes];
        std::memcpy(last, text.data() + block, rest);
        std::memset(last + rest, 0, BlockBytes - rest);
        marks_ = marks_of(last) & ((std::uint64_t{1} << rest) - 1);
    }

#ifdef __SSE2__
    [[nodiscard]] std::uint64_t marks_of(const char* bytes) const {
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
    [[nodiscard]] std::uint64_t marks_of(const char* bytes) const {
        std::uint64_t marks = 0;
        for (unsigned i = 0; i < BlockBytes; ++i) {
            const char c = bytes[i];
            const bool is_mark = c == separator_ || c == escape_ || c == '"' || c == '\n';
            marks |= std::uint64_t{is_mark} << i;
        }
        return marks;
    }
#endif

    char separator_;
    char escape_;
    std::size_t block_ = std::numeric_limits<std::size_t>::max();
    std::uint64_t marks_ = 0;
};

}  // namespace colonnade::linkedin
