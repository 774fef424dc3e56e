// SPDX-License-Identifier: Apache-2.0
#include "card.hpp"

#include "limits.hpp"
#include "plugins/text/text.hpp"

namespace colonnade::contacts {
namespace {

// Where the value begins: behind the first colon that stands in no quoted parameter.
std::size_t colon_in(std::string_view line) {
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') is_quoted = !is_quoted;
        if (line[i] == ':' && !is_quoted) return i;
    }
    return std::string_view::npos;
}

bool says_quoted_printable(std::string_view head) {
    return text::lower(head).find("quoted-printable") != std::string::npos;
}

std::string upper(std::string_view name) {
    std::string result(name);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return result;
}

// Quoted-printable writes a byte as `=41`, which is `%41` in links.
std::string printable_decoded(std::string_view value) {
    std::string as_link;
    for (const char c : value) {
        if (c == '%') {
            as_link += "%25";
        } else {
            as_link += c == '=' ? '%' : c;
        }
    }
    return text::percent_decoded(as_link);
}

}  // namespace

std::string Property::text(bool has_parts) const {
    const auto decoded = is_quoted_printable ? printable_decoded(value) : value;
    std::string plain;
    for (std::size_t i = 0; i < decoded.size() && plain.size() <= MostTextBytes; ++i) {
        if (has_parts && decoded[i] == ';') break;
        const bool is_escape = decoded[i] == '\\' && i + 1 < decoded.size();
        if (is_escape) ++i;
        plain += is_escape && (decoded[i] == 'n' || decoded[i] == 'N') ? ' ' : decoded[i];
    }
    static_cast<void>(text::repair_utf8(plain));
    return std::string(text::trimmed(plain));
}

std::string_view CardScanner::take_line() {
    const auto end = std::min(content_.find('\n', at_), content_.size());
    auto line = content_.substr(at_, end - at_);
    at_ = end + 1;
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// A line that begins with a blank goes on with the one before; quoted-printable goes on behind a
// `=`.
std::string CardScanner::take_logical_line() {
    std::string line(take_line());
    while (at_ < content_.size() && (content_[at_] == ' ' || content_[at_] == '\t'))
        line += take_line().substr(1);
    if (!line.ends_with('=') ||
        !says_quoted_printable(std::string_view(line).substr(0, line.find(':'))))
        return line;
    while (line.ends_with('=') && at_ < content_.size()) {
        line.pop_back();
        line += take_line();
    }
    return line;
}

std::optional<Property> CardScanner::next() {
    while (at_ < content_.size()) {
        const auto first = line_ + 1;
        const auto line = take_logical_line();
        const auto colon = colon_in(line);
        if (colon == std::string::npos) continue;
        const auto head = std::string_view(line).substr(0, colon);
        auto name = head.substr(0, head.find(';'));
        if (const auto dot = name.find('.'); dot != std::string_view::npos)
            name.remove_prefix(dot + 1);
        return Property{upper(text::trimmed(name)), line.substr(colon + 1),
                        says_quoted_printable(head), first};
    }
    return std::nullopt;
}

}  // namespace colonnade::contacts
