// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/text_literal.hpp"

namespace colonnade::dsl {
namespace {

bool is_escape(std::string_view literal, std::size_t at) {
    return literal[at] == '\\' && (literal[at + 1] == '"' || literal[at + 1] == '\\');
}

}  // namespace

std::string text_of_literal(std::string_view literal) {
    std::string text;
    for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
        if (is_escape(literal, i)) ++i;
        text += literal[i];
    }
    return text;
}

std::string literal_of_text(std::string_view text) {
    std::string literal = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') literal += '\\';
        literal += c;
    }
    return literal + '"';
}

std::size_t place_in_literal(std::string_view literal, std::size_t at) {
    std::size_t i = 1;
    for (; at > 0 && i + 1 < literal.size(); --at)
        i += is_escape(literal, i) ? 2 : 1;
    return i;
}

}  // namespace colonnade::dsl
