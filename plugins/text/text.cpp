// SPDX-License-Identifier: Apache-2.0
#include "plugins/text/text.hpp"

namespace colonnade::text {
namespace {

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

unsigned byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

// Bytes of the white space character at `at`, or 0.
std::size_t white_space_at(std::string_view text, std::size_t at) {
    const char first = text[at];
    if (is_blank(first)) return 1;
    if ((byte_at(text, at) & 0x80U) == 0) return 0;
    const auto second = byte_at(text, at + 1);
    if (first == '\xC2') return second == 0x85 || second == 0xA0 ? 2 : 0;
    const auto third = byte_at(text, at + 2);
    if (first == '\xE1') return second == 0x9A && third == 0x80 ? 3 : 0;  // U+1680
    if (first == '\xE3') return second == 0x80 && third == 0x80 ? 3 : 0;  // U+3000
    if (first != '\xE2') return 0;
    if (second == 0x81) return third == 0x9F ? 3 : 0;  // U+205F
    const bool is_space = (third >= 0x80 && third <= 0x8A) || third == 0xA8 || third == 0xA9 ||
                          third == 0xAF;  // U+2000..200A, 2028, 2029, 202F
    return second == 0x80 && is_space ? 3 : 0;
}

// U+00C0..00DE and U+0100..017F, given the two bytes; the second byte of the lower case.
void lower_two_bytes(char& lead, char& next) {
    const auto code = ((static_cast<unsigned char>(lead) & 0x1FU) << 6U) |
                      (static_cast<unsigned char>(next) & 0x3FU);
    auto small = code;
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7) small = code + 0x20;
    const bool even_is_capital = (code >= 0x100 && code <= 0x12F) ||
                                 (code >= 0x132 && code <= 0x137) ||
                                 (code >= 0x14A && code <= 0x177);
    const bool odd_is_capital =
        (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (even_is_capital) small = code | 1U;
    if (odd_is_capital) small = code + (code & 1U);
    if (code == 0x178) small = 0xFF;
    lead = static_cast<char>(0xC0U | (small >> 6U));
    next = static_cast<char>(0x80U | (small & 0x3FU));
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = lower_ascii(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < result.size()) {
            lower_two_bytes(result[i], result[i + 1]);
            ++i;
        } else {
            result[i] = lower_ascii(result[i]);
        }
    }
    return result;
}

bool is_same_word(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (lower_ascii(left[i]) != lower_ascii(right[i])) return false;
    }
    return true;
}

bool is_same_name(std::string_view left, std::string_view right) {
    const auto skip = [](std::string_view& text) {
        while (!text.empty() && (text.front() == ' ' || text.front() == '_'))
            text.remove_prefix(1);
    };
    for (skip(left), skip(right); !left.empty() && !right.empty(); skip(left), skip(right)) {
        if (lower_ascii(left.front()) != lower_ascii(right.front())) return false;
        left.remove_prefix(1);
        right.remove_prefix(1);
    }
    return left.empty() && right.empty();
}

std::int64_t count_words(std::string_view text) {
    std::int64_t words = 0;
    bool in_word = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto space = white_space_at(text, i);
        if (space == 0 && !in_word) ++words;
        in_word = space == 0;
        i += space == 0 ? 1 : space;
    }
    return words;
}

std::int64_t count_links(std::string_view text) {
    std::int64_t links = 0;
    for (auto at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 3)) {
        const auto before = text.substr(0, at);
        const auto ends_in = [before](std::string_view scheme) {
            return before.size() >= scheme.size() &&
                   is_same_word(before.substr(before.size() - scheme.size()), scheme);
        };
        if (ends_in("http") || ends_in("https")) ++links;
    }
    return links;
}

std::string percent_decoded(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = i + 2 < text.size() && text[i] == '%' ? hex_digit(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
        if (low >= 0) {
            result += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

}  // namespace colonnade::text
