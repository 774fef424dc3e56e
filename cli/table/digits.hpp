// SPDX-License-Identifier: Apache-2.0
// Decimal digits of whole numbers, from tables.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace colonnade::cli {

// 00, 01, … 99.
inline constexpr auto DigitPairs = [] {
    std::array<std::array<char, 2>, 100> pairs{};
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs.at(i) = {static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
    return pairs;
}();

// Below 10,000.
inline void write_4(std::uint32_t value, char* out) {
    std::memcpy(out, DigitPairs[value / 100].data(), 2);
    std::memcpy(out + 2, DigitPairs[value % 100].data(), 2);
}

// Below 100,000,000.
inline void write_8(std::uint32_t value, char* out) {
    write_4(value / 10'000, out);
    write_4(value % 10'000, out + 4);
}

// A whole number and the point after it.
struct WholeText {
    std::array<char, 4> text{};
    std::uint32_t length = 0;
};

// 0 to 128.
inline constexpr auto Wholes = [] {
    std::array<WholeText, 129> wholes{};
    for (std::size_t i = 0; i < wholes.size(); ++i) {
        auto& [text, length] = wholes.at(i);
        for (const std::size_t unit : {100U, 10U, 1U}) {
            if (i >= unit || unit == 1) text.at(length++) = static_cast<char>('0' + i / unit % 10);
        }
        text.at(length++) = '.';
    }
    return wholes;
}();

// Four bytes are written; gives the end of those that count.
inline char* write_whole(std::size_t value, char* out) {
    const auto& whole = Wholes[value];
    std::memcpy(out, whole.text.data(), whole.text.size());
    return out + whole.length;
}

}  // namespace colonnade::cli
