// SPDX-License-Identifier: Apache-2.0
#include "dsl/form/rewrite.hpp"

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

std::string doubled(std::string_view text, char quote) {
    std::string out;
    for (const char c : text) {
        if (c == quote) out += quote;
        out += c;
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

std::string as_scalar(std::string_view text, bool in_flow) {
    if (is_plain(text, in_flow)) return std::string(text);
    const bool has_double = text.find_first_of("\"\\") != text.npos;
    return has_double ? "'" + doubled(text, '\'') + "'" : "\"" + std::string(text) + "\"";
}

std::vector<Edit> rewrite(const Source& source, const Node& scalar, std::string_view text) {
    if (!scalar.verbatim || text.find('\n') != text.npos) return {};
    if (!scalar.quoted) return {{scalar.span, as_scalar(text, scalar.in_flow)}};
    const auto before = scalar.span.begin > 0 ? source.text()[scalar.span.begin - 1] : ' ';
    if (before == '"') return {{scalar.span, escaped(text)}};
    if (before == '\'') return {{scalar.span, doubled(text, '\'')}};
    return {{scalar.span, std::string(text)}};
}

}  // namespace colonnade::dsl
