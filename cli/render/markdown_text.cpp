// SPDX-License-Identifier: Apache-2.0
#include "cli/render/markdown_text.hpp"

#include <algorithm>

#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

// Takes no room and breaks no line: what stands around it is no name or number of a site any more.
constexpr std::string_view WordJoiner = "\xE2\x81\xA0";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// What begins a list, a heading or an underline where it begins a line.
std::size_t marker_at_start(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+') || text.starts_with('=')) return 0;
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                              text.begin());
    const bool is_number = end > 0 && end < text.size() && (text[end] == '.' || text[end] == ')') &&
                           (end + 1 == text.size() || text[end + 1] == ' ');
    return is_number ? end : std::string_view::npos;
}

void add(std::string_view text, std::size_t at, std::string& out) {
    constexpr std::string_view Marks = "\\`*_{}[]|~$#";
    const char c = text[at];
    if (c == '&') {
        out += "&amp;";
    } else if (c == '<') {
        out += "&lt;";
    } else if (c == '>') {
        out += "&gt;";
    } else if (c == ':' && text.substr(at).starts_with("://")) {
        out += "&#58;";
    } else if (c == '.' && text.substr(0, at).ends_with("www")) {
        out += "&#46;";
    } else {
        if (Marks.find(c) != std::string_view::npos) out += '\\';
        out += c;
        // `@name` and `#12` mean something to whoever shows it, also behind a backslash.
        if (c == '@' || c == '#') out += WordJoiner;
    }
}

}  // namespace

std::string markdown_text(std::string_view text) {
    const auto shown = clean(text);
    const auto begin = std::min(shown.find_first_not_of(' '), shown.size());
    const auto inner =
        std::string_view(shown).substr(begin, shown.find_last_not_of(' ') + 1 - begin);
    const auto marker = marker_at_start(inner);
    std::string out;
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (at == marker) out += '\\';
        add(inner, at, out);
    }
    return out;
}

}  // namespace colonnade::cli
