// SPDX-License-Identifier: Apache-2.0
// Finds the bytes that mean something in a table, 64 at a time: one comparison of a whole block
// gives a bit for each byte, and what lies between two bits is never looked at again.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace colonnade::text {

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

    void look_at(std::string_view text, std::size_t block);
    [[nodiscard]] std::uint64_t marks_of(const char* bytes) const;

    char separator_;
    char escape_;
    std::size_t block_ = std::numeric_limits<std::size_t>::max();
    std::uint64_t marks_ = 0;
};

}  // namespace colonnade::text
