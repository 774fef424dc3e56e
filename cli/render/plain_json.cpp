// SPDX-License-Identifier: Apache-2.0
#include "cli/render/plain_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace colonnade::cli {
namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

struct Letter {
    std::uint32_t code = 0;
    std::size_t length = 1;
};

// Only letters of two and three bytes; nothing to be escaped is longer.
Letter letter_at(std::string_view text, std::size_t at) {
    const auto first = byte_at(text, at);
    const auto second = byte_at(text, at + 1) & 0x3FU;
    const auto third = byte_at(text, at + 2) & 0x3FU;
    if ((first & 0xE0U) == 0xC0U) return {((first & 0x1FU) << 6U) | second, 2};
    if ((first & 0xF0U) == 0xE0U) return {((first & 0x0FU) << 12U) | (second << 6U) | third, 3};
    return {first, 1};
}

bool is_obeyed(const Letter& letter) {
    const auto within = [&](std::uint32_t first, std::uint32_t last) {
        return letter.code >= first && letter.code <= last;
    };
    if (letter.length == 1) return letter.code == 0x7F;
    return within(0x80, 0x9F) || letter.code == 0x61C || within(0x200E, 0x200F) ||
           within(0x2028, 0x202E) || within(0x2066, 0x2069) || letter.code == 0xFEFF;
}

// ASCII that nothing obeys, which is most of it.
std::size_t plain_from(std::string_view json, std::size_t at) {
    const auto* end = std::find_if(json.begin() + at, json.end(),
                                   [](char c) { return static_cast<unsigned char>(c) >= 0x7F; });
    return static_cast<std::size_t>(end - json.begin()) - at;
}

}  // namespace

std::string plain_json(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        if (const auto plain = plain_from(json, at); plain > 0) {
            out += json.substr(at, plain);
            at += plain;
            continue;
        }
        const auto letter = letter_at(json, at);
        if (is_obeyed(letter)) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", letter.code);
        } else {
            out += json.substr(at, letter.length);
        }
        at += letter.length;
    }
    return out;
}

}  // namespace colonnade::cli
