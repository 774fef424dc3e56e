// SPDX-License-Identifier: Apache-2.0
// Characters for matching words: what a letter is and what two spellings have in common, for ASCII,
// Latin-1 and Latin Extended-A by tables of our own; no locale. Other scripts match as written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace colonnade::sdk {

// One character of UTF-8 and how many bytes it takes; bytes that are no UTF-8 are 0 and one byte.
struct Character {
    char32_t code;
    std::size_t bytes;
};

[[nodiscard]] constexpr Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return {0, 1};
    char32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {0, 1};
        code = code << 6U | (byte(i) & 0x3FU);
    }
    return {code, bytes};
}

// Letters and digits. Beyond ASCII all is a letter but signs, punctuation, symbols and emoji.
[[nodiscard]] constexpr bool is_word_character(char32_t code) {
    if (code < 0x80) {
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
               (code >= '0' && code <= '9');
    }
    if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
    if (code == 0xD7 || code == 0xF7) return false;
    const bool is_symbol = (code >= 0x2000 && code < 0x2C00) || (code >= 0x3000 && code < 0x3040);
    const bool is_special = (code >= 0xD800 && code < 0xF900) || (code >= 0xFE00 && code < 0xFE10);
    return !is_symbol && !is_special && code != 0xFEFF && code < 0x1F000;
}

// The small letter of a capital one; `ß` and the capital `ẞ` are both `ß`.
[[nodiscard]] constexpr char32_t folded(char32_t code) {
    if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 0x20 : code;
    if (code >= 0xC0 && code <= 0xDE) return code == 0xD7 ? code : code + 0x20;
    if (code == 0x1E9E) return 0xDF;
    if (code < 0x100 || code > 0x17F) return code;
    if (code == 0x130) return 'i';
    if (code == 0x178) return 0xFF;
    if (code == 0x17F) return 's';
    // Pairs of a capital and its small letter: the capitals are odd in two runs and even elsewhere.
    const bool is_odd_run = (code >= 0x139 && code <= 0x148) || code >= 0x179;
    if (code == 0x131 || code == 0x138 || code == 0x149) return code;
    return (code & 1U) == (is_odd_run ? 1U : 0U) ? code + 1 : code;
}

inline void append_utf8(std::string& out, char32_t code) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0U | code >> 6U);
        return put(0x80U | (code & 0x3FU));
    }
    if (code < 0x10000) {
        put(0xE0U | code >> 12U);
    } else {
        put(0xF0U | code >> 18U);
        put(0x80U | (code >> 12U & 0x3FU));
    }
    put(0x80U | (code >> 6U & 0x3FU));
    put(0x80U | (code & 0x3FU));
}

}  // namespace colonnade::sdk
