// SPDX-License-Identifier: Apache-2.0
// UTF-8 as RFC 3629 writes it down, and what must not reach a person's screen: lists, not a
// library's tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace colonnade::fuzz {

// The code points of a text, or nothing where it is no UTF-8.
inline std::optional<std::vector<std::uint32_t>> code_points(std::string_view text) {
    std::vector<std::uint32_t> all;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        constexpr std::uint32_t Least[]{0, 0x80, 0x800, 0x10000};
        if ((first >= 0x80 && first < 0xC2) || first > 0xF4 || at + more >= text.size())
            return std::nullopt;
        std::uint32_t point = more == 0 ? first : first & (0x3FU >> more);
        for (std::size_t i = 1; i <= more; ++i) {
            const auto next = static_cast<unsigned char>(text[at + i]);
            if ((next & 0xC0U) != 0x80) return std::nullopt;
            point = point << 6U | (next & 0x3FU);
        }
        const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point < Least[more] || point > 0x10FFFF || is_surrogate) return std::nullopt;
        all.push_back(point);
        at += more + 1;
    }
    return all;
}

// Whether a terminal or a reader obeys it instead of showing it: control characters, directions of
// writing, separators of lines, what has no width, tags.
inline bool steers(std::uint32_t point) {
    const auto within = [point](std::uint32_t first, std::uint32_t last) {
        return first <= point && point <= last;
    };
    return within(0, 0x1F) || within(0x7F, 0x9F) || point == 0xAD || point == 0x61C ||
           within(0x200B, 0x200F) || within(0x2028, 0x202E) || within(0x2060, 0x2064) ||
           within(0x2066, 0x206F) || point == 0xFEFF || within(0xFFF9, 0xFFFB) ||
           within(0xE0001, 0xE007F);
}

}  // namespace colonnade::fuzz
