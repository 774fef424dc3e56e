// SPDX-License-Identifier: Apache-2.0
#include "engine/read/plain_value.hpp"

#include "engine/read/plain_number.hpp"

namespace colonnade::engine {
namespace {

// What lies deeper is left to ProfileReader, which has a limit of its own.
constexpr int MostNesting = 16;

const char* skip_text(const char* at, std::string& unescaped) {
    std::string_view text;
    return read_text(at, unescaped, text);
}

// NOLINTNEXTLINE(misc-no-recursion): to MostNesting
const char* skip_nested(const char* at, int nesting, std::string& unescaped) {
    const auto value = [&](const char* item) { return skip_nested(item, nesting + 1, unescaped); };
    const auto member = [&](const char* item) {
        item = skip_text(item, unescaped);
        if (item == nullptr) return item;
        item = skip_blanks(item);
        return *item == ':' ? value(skip_blanks(item + 1)) : nullptr;
    };
    double number = 0;
    bool yes = false;
    switch (*at) {
        case '"':
            return skip_text(at, unescaped);
        case '[':
            return nesting < MostNesting ? read_items(at, ']', value) : nullptr;
        case '{':
            return nesting < MostNesting ? read_items(at, '}', member) : nullptr;
        case 't':
        case 'f':
            return read_yes_no(at, yes);
        case 'n':
            return skip_null(at);
        default:
            return read_number(at, number);
    }
}

}  // namespace

const char* skip_value(const char* at, std::string& unescaped) {
    return skip_nested(at, 0, unescaped);
}

}  // namespace colonnade::engine
