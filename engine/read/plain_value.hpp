// SPDX-License-Identifier: Apache-2.0
// Values of any shape that nobody needs: read over, but held to JSON.
#pragma once

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

[[nodiscard]] inline const char* read_yes_no(const char* at, bool& yes) {
    constexpr std::uint64_t True = 0x65757274;     // `true`, the first letter lowest
    constexpr std::uint64_t False = 0x65736C6166;  // `false`
    const auto word = word_at(at);
    yes = (word & 0xFFFFFFFFULL) == True;
    const bool no = (word & 0xFFFFFFFFFFULL) == False;
    return (yes | no) ? at + 4 + (no ? 1 : 0) : nullptr;
}

[[nodiscard]] inline const char* skip_null(const char* at) {
    return std::string_view(at, 4) == "null" ? at + 4 : nullptr;
}

// `unescaped` is memory to work with.
[[nodiscard]] const char* skip_value(const char* at, std::string& unescaped);

}  // namespace colonnade::engine
