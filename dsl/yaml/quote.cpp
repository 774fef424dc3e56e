// SPDX-License-Identifier: Apache-2.0
#include "dsl/yaml/quote.hpp"

#include <algorithm>

#include "dsl/yaml/scalar_span.hpp"

namespace colonnade::dsl {
namespace {

constexpr std::string_view NeverFirst = "!&*%@`|>{}[],#\"'?:-";

// `- ` begins a list, `-5` is a text.
bool starts_plain(std::string_view text) {
    if (text.starts_with('-')) return text.size() > 1 && text[1] != ' ';
    return NeverFirst.find(text.front()) == NeverFirst.npos;
}

bool is_plain(std::string_view text, bool in_flow) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':')
        return false;
    if (!starts_plain(text)) return false;
    if (text.find(": ") != text.npos || text.find(" #") != text.npos) return false;
    return !in_flow || text.find_first_of(",[]{}") == text.npos;
}

std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

// Where the value of `key: value` or `- value` begins in the line; the line's end where none does.
std::size_t value_begin(std::string_view line) {
    auto at = indent_of(line);
    while (line.substr(at).starts_with("- "))
        at = std::min(line.find_first_not_of(' ', at + 2), line.size());
    const auto colon = line.find(": ", at);
    if (colon != line.npos) at = line.find_first_not_of(' ', colon + 1);
    return std::min(at, line.size());
}

// False where the quotes are there and wrong, here or in a line above; `at` is where YAML stopped
// in the value.
bool lacks_quotes(std::string_view value, std::size_t at) {
    const char first = value.front();
    if (first != '"' && first != '\'') return true;
    return value.back() != first && closing_quote(value, 1, first) < at;
}

bool goes_on_below(std::string_view line, std::string_view below) {
    const auto end = below.find_first_of("\r\n");
    const auto next = below.substr(0, end);
    return indent_of(next) < next.size() && indent_of(next) > indent_of(line);
}

}  // namespace

std::string as_scalar(std::string_view text, bool in_flow) {
    if (is_plain(text, in_flow)) return std::string(text);
    const bool has_double = text.find_first_of("\"\\") != text.npos;
    return has_double ? "'" + doubled(text, '\'') + "'" : "\"" + std::string(text) + "\"";
}

std::string doubled(std::string_view text, char quote) {
    std::string out;
    for (const char c : text) {
        if (c == quote) out += quote;
        out += c;
    }
    return out;
}

std::vector<Edit> quote_value(std::string_view text, std::uint32_t at, std::uint32_t file) {
    const auto before = text.substr(0, at).rfind('\n');
    const auto start = before == text.npos ? 0 : before + 1;
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto line = text.substr(start, end - start);
    const auto begin = value_begin(line);
    auto value = line.substr(begin);
    while (value.ends_with(' ') || value.ends_with('\t'))
        value.remove_suffix(1);
    if (value.empty() || start + begin > at || value.find(" #") != value.npos) return {};
    if (!lacks_quotes(value, at - start - begin)) return {};
    const auto below = std::min(text.find('\n', end), text.size());
    if (below < text.size() && goes_on_below(line, text.substr(below + 1))) return {};
    auto quoted = as_scalar(value, false);
    if (quoted == value) return {};
    const Span span{static_cast<std::uint32_t>(start + begin),
                    static_cast<std::uint32_t>(start + begin + value.size()), file};
    return {{span, std::move(quoted)}};
}

}  // namespace colonnade::dsl
