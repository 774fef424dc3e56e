// SPDX-License-Identifier: Apache-2.0
#include "plugins/text/decode.hpp"

#include <algorithm>
#include <array>

#include "plugins/text/text.hpp"

namespace colonnade::text {
namespace {

constexpr char32_t Replacement = 0xFFFD;

// 0x80 to 0x9F in Windows-1252; above, and below, its bytes are code points. Five are no character.
constexpr std::array<char32_t, 32> Windows1252{
    0x20AC,      Replacement, 0x201A, 0x0192, 0x201E, 0x2026,      0x2020, 0x2021,
    0x02C6,      0x2030,      0x0160, 0x2039, 0x0152, Replacement, 0x017D, Replacement,
    Replacement, 0x2018,      0x2019, 0x201C, 0x201D, 0x2022,      0x2013, 0x2014,
    0x02DC,      0x2122,      0x0161, 0x203A, 0x0153, Replacement, 0x017E, 0x0178};

void append_utf8(char32_t code, std::string& text) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6U));
        put(0x80 | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12U));
        put(0x80 | ((code >> 6U) & 0x3FU));
        put(0x80 | (code & 0x3FU));
    } else {
        put(0xF0 | (code >> 18U));
        put(0x80 | ((code >> 12U) & 0x3FU));
        put(0x80 | ((code >> 6U) & 0x3FU));
        put(0x80 | (code & 0x3FU));
    }
}

class Utf16Reader {
public:
    explicit Utf16Reader(std::string_view bytes)
        : bytes_(bytes.substr(2)), low_(bytes[0] == '\xFF' ? 0 : 1) {}

    [[nodiscard]] bool is_done() const { return at_ >= bytes_.size(); }

    // The next code point; the replacement for half a pair or half a unit.
    char32_t next() {
        if (at_ + 1 >= bytes_.size()) {
            at_ = bytes_.size();
            return Replacement;
        }
        const auto unit = unit_at(at_);
        at_ += 2;
        if (unit < 0xD800 || unit > 0xDFFF) return unit;
        const char32_t second = at_ + 1 < bytes_.size() ? unit_at(at_) : 0;
        if (unit > 0xDBFF || second < 0xDC00 || second > 0xDFFF) return Replacement;
        at_ += 2;
        return 0x10000 + ((unit - 0xD800) << 10U) + (second - 0xDC00);
    }

private:
    [[nodiscard]] char32_t unit_at(std::size_t at) const {
        const auto byte = [this](std::size_t i) { return static_cast<unsigned char>(bytes_[i]); };
        return byte(at + low_) | (static_cast<char32_t>(byte(at + 1 - low_)) << 8U);
    }

    std::string_view bytes_;
    std::size_t low_;  // where in a unit its lower byte stands
    std::size_t at_ = 0;
};

std::int64_t read_utf16(std::string& content) {
    std::string text;
    text.reserve(content.size());
    std::int64_t replaced = 0;
    for (Utf16Reader reader(content); !reader.is_done();) {
        const auto code = reader.next();
        if (code == Replacement) ++replaced;
        append_utf8(code, text);
    }
    content = std::move(text);
    return replaced;
}

std::int64_t read_windows_1252(std::string& content) {
    std::string text;
    text.reserve(content.size() + content.size() / 8);
    std::int64_t replaced = 0;
    for (const char c : content) {
        const auto byte = static_cast<unsigned char>(c);
        const auto code = byte >= 0x80 && byte < 0xA0 ? Windows1252[byte - 0x80U] : byte;
        if (code == Replacement) ++replaced;
        append_utf8(code, text);
    }
    content = std::move(text);
    return replaced;
}

// Every line end becomes that of LinkedIn, also within cells; a lone carriage return is one only in
// files that have no other, which an old Excel for the Macintosh wrote.
void repair_line_ends(std::string& content) {
    if (content.find('\r') == std::string::npos) return;
    if (content.find('\n') == std::string::npos) {
        std::replace(content.begin(), content.end(), '\r', '\n');
        return;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < content.size(); ++i) {
        const bool is_half = content[i] == '\r' && i + 1 < content.size() && content[i + 1] == '\n';
        if (!is_half) content[kept++] = content[i];
    }
    content.resize(kept);
}

}  // namespace

Decoded decode(std::string& content) {
    Decoded decoded;
    if (content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF")) {
        decoded.replaced = read_utf16(content);
        decoded.encoding = "UTF-16";
    }
    if (content.find('\0') != std::string::npos) return {"it is no text", decoded.encoding, 0};
    if (holds_no_utf8(content)) {
        decoded.replaced = read_windows_1252(content);
        decoded.encoding = "Windows-1252";
    } else {
        decoded.replaced += repair_utf8(content);
    }
    repair_line_ends(content);
    return decoded;
}

}  // namespace colonnade::text
