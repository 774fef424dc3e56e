// SPDX-License-Identifier: Apache-2.0
#include "cli/profile_key.hpp"

#include <algorithm>

namespace colonnade::cli {
namespace {

// As far as a source looks too; documents have these keys before their lists.
constexpr std::size_t MostLookedAt = std::size_t{16} * 1024;

// Where the text ends that begins behind a quote at `begin`: at its closing quote, else at the end.
std::size_t end_of_text(std::string_view text, std::size_t begin) {
    for (auto at = begin; at < text.size(); ++at) {
        if (text[at] == '"') return at;
        if (text[at] == '\\') ++at;
    }
    return text.size();
}

bool is_profile_key(std::string_view name) {
    return name == "profile" || name == "id" || name == "as_of";
}

// What stands behind a key, unlike a value.
bool begins_with_colon(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == ':';
}

}  // namespace

// Whether all of it is JSON is for its reader to say.
bool has_profile_key(std::string_view text) {
    text = text.substr(0, MostLookedAt);
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        if (depth <= 0) return false;
        if (c != '"') continue;
        const auto begin = at + 1;
        at = end_of_text(text, begin);
        if (depth == 1 && at < text.size() && is_profile_key(text.substr(begin, at - begin)) &&
            begins_with_colon(text.substr(at + 1)))
            return true;
    }
    return false;
}

}  // namespace colonnade::cli
