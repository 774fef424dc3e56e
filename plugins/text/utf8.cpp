// SPDX-License-Identifier: Apache-2.0
// The check and repair of UTF-8: text leaves this plugin as valid UTF-8 or not at all.
#include <cstring>

#include "plugins/text/text.hpp"

namespace colonnade::text {
namespace {

constexpr std::string_view ReplacementCharacter = "\xEF\xBF\xBD";

unsigned unit_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// Where the next byte beyond ASCII stands. Eight bytes at a time, because most text has none.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size()) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + at, sizeof block);
        if ((block & 0x8080808080808080ULL) != 0) break;
        at += 8;
    }
    while (at < text.size() && unit_at(text, at) < 0x80)
        ++at;
    return at;
}

// Bytes of the character beyond ASCII at `at`, or 0 where none begins there: overlong forms,
// surrogates and code points above U+10FFFF are none.
std::size_t character_at(std::string_view text, std::size_t at) {
    const auto lead = unit_at(text, at);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + size > text.size()) return 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((unit_at(text, at + i) & 0xC0U) != 0x80) return 0;
    }
    const auto second = unit_at(text, at + 1);
    if (lead == 0xE0 && second < 0xA0) return 0;
    if (lead == 0xED && second > 0x9F) return 0;
    if (lead == 0xF0 && second < 0x90) return 0;
    if (lead == 0xF4 && second > 0x8F) return 0;
    return size;
}

// Where the first byte stands that is not part of valid UTF-8, or the end.
std::size_t first_invalid(std::string_view text, std::size_t at) {
    while ((at = skip_ascii(text, at)) < text.size()) {
        const auto size = character_at(text, at);
        if (size == 0) return at;
        at += size;
    }
    return text.size();
}

}  // namespace

bool holds_no_utf8(std::string_view text) {
    bool is_plain = true;
    for (std::size_t at = 0; (at = skip_ascii(text, at)) < text.size(); ++at) {
        if (character_at(text, at) != 0) return false;
        is_plain = false;
    }
    return !is_plain;
}

std::int64_t repair_utf8(std::string& text) {
    auto bad = first_invalid(text, 0);
    if (bad == text.size()) return 0;
    std::string repaired;
    repaired.reserve(text.size() + 64);
    std::int64_t replaced = 0;
    std::size_t kept = 0;
    for (; bad < text.size(); bad = first_invalid(text, kept)) {
        repaired.append(text, kept, bad - kept);
        repaired += ReplacementCharacter;
        kept = bad + 1;
        ++replaced;
    }
    repaired.append(text, kept);
    text = std::move(repaired);
    return replaced;
}

std::string shown_name(std::string_view name) {
    std::string text(name);
    static_cast<void>(repair_utf8(text));
    std::string shown;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            shown += ReplacementCharacter;
        } else {
            shown += c;
        }
    }
    return shown;
}

}  // namespace colonnade::text
