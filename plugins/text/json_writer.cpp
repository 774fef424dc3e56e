// SPDX-License-Identifier: Apache-2.0
#include "plugins/text/json_writer.hpp"

namespace colonnade::text {
namespace {

bool must_be_escaped(char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}

}  // namespace

void JsonWriter::text(std::string_view value) {
    separate();
    out_ += '"';
    std::size_t kept = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (!must_be_escaped(value[i])) continue;
        out_ += value.substr(kept, i - kept);
        escaped(value[i]);
        kept = i + 1;
    }
    out_ += value.substr(kept);
    out_ += '"';
    needs_comma_ = true;
}

void JsonWriter::number(std::int64_t value) {
    literal(std::to_string(value));
}

void JsonWriter::escaped(char c) {
    static constexpr std::string_view hex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
        case '"':
            out_ += "\\\"";
            break;
        case '\\':
            out_ += "\\\\";
            break;
        case '\n':
            out_ += "\\n";
            break;
        case '\t':
            out_ += "\\t";
            break;
        default:
            out_ += "\\u00";
            out_ += hex[byte >> 4U];
            out_ += hex[byte & 0xFU];
    }
}

}  // namespace colonnade::text
