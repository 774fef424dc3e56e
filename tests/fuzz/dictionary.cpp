// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/dictionary.hpp"

#include <charconv>
#include <sstream>

namespace colonnade::fuzz {
namespace {

constexpr std::size_t HexDigits = 2;

// Takes a byte off the front, written as it is, as `\"`, `\\` or `\x1f`.
char take_byte(std::string_view& text) {
    const bool is_escaped = text.front() == '\\' && text.size() > 1;
    if (is_escaped) text.remove_prefix(1);
    const char byte = text.front();
    text.remove_prefix(1);
    if (!is_escaped || byte != 'x') return byte;
    unsigned number = 0;
    const auto digits = text.substr(0, HexDigits);
    std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    text.remove_prefix(digits.size());
    return static_cast<char>(number);
}

}  // namespace

std::vector<std::string> words_of(std::string_view dictionary) {
    std::vector<std::string> words;
    std::istringstream lines{std::string(dictionary)};
    for (std::string line; std::getline(lines, line);) {
        if (line.size() < 2 || line.front() != '"' || line.back() != '"') continue;
        std::string_view rest(line);
        rest = rest.substr(1, rest.size() - 2);
        std::string word;
        while (!rest.empty())
            word += take_byte(rest);
        words.push_back(std::move(word));
    }
    return words;
}

}  // namespace colonnade::fuzz
