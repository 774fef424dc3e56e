// SPDX-License-Identifier: Apache-2.0
#include "engine/read/plain_text.hpp"

namespace colonnade::engine {
namespace {

constexpr std::uint32_t FirstHighSurrogate = 0xD800;
constexpr std::uint32_t FirstLowSurrogate = 0xDC00;
constexpr std::uint32_t BehindSurrogates = 0xE000;

// Four hexadecimal digits.
const char* read_unit(const char* at, std::uint32_t& unit) {
    unit = 0;
    for (int i = 0; i < 4; ++i, ++at) {
        const auto c = static_cast<unsigned char>(*at);
        const auto letter = static_cast<unsigned char>(c | 0x20U);
        if (c >= '0' && c <= '9') {
            unit = unit * 16 + (c - '0');
        } else if (letter >= 'a' && letter <= 'f') {
            unit = unit * 16 + (letter - 'a' + 10);
        } else {
            return nullptr;
        }
    }
    return at;
}

void append_utf8(std::string& text, std::uint32_t point) {
    const auto tail = [&](unsigned shift) {
        return static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
    };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += {static_cast<char>(0xC0U | (point >> 6U)), tail(0)};
    } else if (point < 0x10000) {
        text += {static_cast<char>(0xE0U | (point >> 12U)), tail(6), tail(0)};
    } else {
        text += {static_cast<char>(0xF0U | (point >> 18U)), tail(12), tail(6), tail(0)};
    }
}

// What follows `\u`. Half a pair of surrogates is nothing.
const char* read_code_point(const char* at, std::string& text) {
    std::uint32_t point = 0;
    at = read_unit(at, point);
    if (at == nullptr) return nullptr;
    if (point >= FirstHighSurrogate && point < BehindSurrogates) {
        if (point >= FirstLowSurrogate || at[0] != '\\' || at[1] != 'u') return nullptr;
        std::uint32_t low = 0;
        at = read_unit(at + 2, low);
        if (at == nullptr || low < FirstLowSurrogate || low >= BehindSurrogates) return nullptr;
        point = 0x10000 + ((point - FirstHighSurrogate) << 10U) + (low - FirstLowSurrogate);
    }
    append_utf8(text, point);
    return at;
}

// What follows a backslash.
const char* read_escape(const char* at, std::string& text) {
    constexpr std::string_view Letters = "\"\\/bfnrt";
    constexpr std::string_view Meant = "\"\\/\b\f\n\r\t";
    if (*at == 'u') return read_code_point(at + 1, text);
    const auto letter = Letters.find(*at);
    if (letter == std::string_view::npos) return nullptr;
    text += Meant[letter];
    return at + 1;
}

}  // namespace

const char* skip_many_blanks(const char* at) {
    while (*at == ' ' || *at == '\t' || *at == '\r')
        ++at;
    return at;
}

const char* read_escaped(const char* begin, const char* mark, std::string& unescaped) {
    unescaped.assign(begin, mark);
    while (*mark == '\\') {
        const char* run = read_escape(mark + 1, unescaped);
        if (run == nullptr) return nullptr;
        mark = find_mark(run);
        unescaped.append(run, mark);
    }
    return *mark == '"' ? mark + 1 : nullptr;
}

}  // namespace colonnade::engine
