// SPDX-License-Identifier: Apache-2.0
// Values of any shape that nobody needs: read over, but held to JSON.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "engine/read/plain_text.hpp"

namespace colonnade::engine {

// Of elements of a list or members of an object, what `item` reads one by one; `close` ends them.
template <class Item>
[[nodiscard]] const char* read_items(const char* at, char close, const Item& item) {
    at = skip_blanks(at + 1);
    if (*at == close) return at + 1;
    for (;;) {
        at = item(at);
        if (at == nullptr) return nullptr;
        at = skip_blanks(at);
        if (*at == close) return at + 1;
        if (*at != ',') return nullptr;
        at = skip_blanks(at + 1);
    }
}

// Which it is, is looked up: nobody can guess, and so nothing here is a branch but whether it is
// one of the two.
[[nodiscard]] inline const char* read_yes_no(const char* at, bool& yes) {
    struct Form {
        std::uint64_t text;  // the first letter lowest
        std::uint64_t bits;  // of the text
    };
    static constexpr std::array<Form, 2> Forms{
        {{0x65736C6166, 0xFFFFFFFFFF}, {0x65757274, 0xFFFFFFFF}}};  // `false`, `true`
    const auto word = word_at(at);
    const auto which = word >> 4U & 1U;  // where an f and a t differ
    const auto& form = Forms[which];
    yes = which != 0;
    return ((word ^ form.text) & form.bits) == 0 ? at + (5 - which) : nullptr;
}

[[nodiscard]] inline const char* skip_null(const char* at) {
    return std::string_view(at, 4) == "null" ? at + 4 : nullptr;
}

// `unescaped` is memory to work with.
[[nodiscard]] const char* skip_value(const char* at, std::string& unescaped);

}  // namespace colonnade::engine
