// SPDX-License-Identifier: Apache-2.0
#include "dsl/yaml/scalar_span.hpp"

#include <algorithm>

namespace colonnade::dsl {
namespace {

std::size_t end_of_line(std::string_view source, std::size_t at) {
    return std::min(source.find_first_of("\r\n", at), source.size());
}

}  // namespace

std::size_t closing_quote(std::string_view source, std::size_t at, char quote) {
    for (; at < source.size(); ++at) {
        if (quote == '"' && source[at] == '\\') {
            ++at;
        } else if (source[at] == quote) {
            const bool doubled = quote == '\'' && at + 1 < source.size() && source[at + 1] == quote;
            if (!doubled) return at;
            ++at;
        }
    }
    return source.size();
}

bool locate_scalar(std::string_view source, std::uint32_t mark, Node& scalar) {
    const char first = mark < source.size() ? source[mark] : '\0';
    const bool block = scalar.quoted && (first == '|' || first == '>');
    const bool in_quotes = scalar.quoted && (first == '"' || first == '\'');
    std::size_t begin = mark;
    if (block) {
        while (!scalar.text.empty() && scalar.text.back() == '\n')
            scalar.text.pop_back();
        begin =
            std::min(source.find_first_not_of(" \t\r\n", end_of_line(source, mark)), source.size());
    } else if (in_quotes) {
        begin = mark + 1;
    }
    scalar.verbatim = source.substr(begin, scalar.text.size()) == scalar.text;
    std::size_t end = begin + scalar.text.size();
    if (!scalar.verbatim)
        end = in_quotes ? closing_quote(source, begin, first) : end_of_line(source, begin);
    scalar.span = {static_cast<std::uint32_t>(begin),
                   static_cast<std::uint32_t>(std::min(end, source.size()))};
    return !in_quotes || (end < source.size() && source[end] == first);
}

}  // namespace colonnade::dsl
