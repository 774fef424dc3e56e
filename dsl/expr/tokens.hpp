// SPDX-License-Identifier: Apache-2.0
// Words, numbers and signs of a text that need not belong to the language: for guessing what was
// meant. Never refuses anything.
#pragma once

#include <string_view>
#include <vector>

#include "dsl/text/source.hpp"

namespace colonnade::dsl {

struct Token {
    enum class Kind {
        Number,  // digits, with points between digits: `2.5`, `31.01.2026`
        Word,
        Text,    // in straight quotes, as the language has it
        Quoted,  // in other quotes: `'x'`, `“x”`, `„x“`, `«x»`; `text` is what is inside
        Sign,
    };
    Kind kind = Kind::Sign;
    Span span;
    std::string_view text;
    bool glued = false;  // nothing stands between it and the token before
};

[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

// True for letters, digits and `_`, and for bytes beyond ASCII.
[[nodiscard]] bool is_word_byte(char c);

}  // namespace colonnade::dsl
