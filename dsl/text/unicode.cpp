// SPDX-License-Identifier: Apache-2.0
// The one place that meets utf8proc.
#include "dsl/text/unicode.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <array>

namespace colonnade::dsl {
namespace {

struct Step {
    utf8proc_int32_t code_point = 0;  // the byte itself where it starts no valid sequence
    std::size_t size = 1;
    bool valid = false;
};

Step step_at(std::string_view text, std::size_t offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80) return {byte, 1, true};
    utf8proc_int32_t code_point = 0;
    const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
    const auto size =
        utf8proc_iterate(data, static_cast<utf8proc_ssize_t>(text.size() - offset), &code_point);
    if (size <= 0) return {byte, 1, false};
    return {code_point, static_cast<std::size_t>(size), true};
}

bool is_space(utf8proc_int32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    const auto category = utf8proc_category(c);
    return c == 0x85 || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

bool is_obeyed_by_terminals(utf8proc_int32_t c) {
    if (c < 0x20 || c == 0x7F) return true;
    if (c < 0x80) return false;
    // Tags are not seen, those to come neither.
    if (c >= 0xE0000 && c <= 0xE007F) return true;
    const auto category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
           category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CS;
}

void append_code_point(std::string& out, utf8proc_int32_t c) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(c, bytes.data());
    for (utf8proc_ssize_t i = 0; i < size; ++i)
        out.push_back(static_cast<char>(bytes[static_cast<std::size_t>(i)]));
}

std::size_t width_of(const Step& step) {
    if (!step.valid || is_obeyed_by_terminals(step.code_point)) return 0;
    const auto width = utf8proc_charwidth(step.code_point);
    return width < 0 ? 0 : static_cast<std::size_t>(width);
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto step = step_at(text, i);
        if (!step.valid) return i;
        i += step.size;
    }
    return std::string_view::npos;
}

std::size_t code_point_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += step_at(text, i).size)
        ++count;
    return count;
}

std::size_t word_count(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto step = step_at(text, i);
        const bool space = step.valid && is_space(step.code_point);
        if (!space && !inside) ++count;
        inside = !space;
        i += step.size;
    }
    return count;
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto step = step_at(text, i);
        if (step.valid) {
            append_code_point(out, utf8proc_tolower(step.code_point));
        } else {
            out.push_back(text[i]);
        }
        i += step.size;
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto step = step_at(text, i);
        width += width_of(step);
        i += step.size;
    }
    return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width == 0) return {};
    std::size_t used = 0;
    std::size_t end = 0;
    while (end < text.size()) {
        const auto step = step_at(text, end);
        if (used + width_of(step) > width - 1) break;
        used += width_of(step);
        end += step.size;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::string visible(std::string_view text, bool keep_line_breaks) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto step = step_at(text, i);
        if (!step.valid) {
            out += fmt::format("<{:02X}>", static_cast<unsigned>(step.code_point));
        } else if (is_obeyed_by_terminals(step.code_point) &&
                   !(keep_line_breaks && step.code_point == '\n')) {
            out += fmt::format("<U+{:04X}>", static_cast<unsigned>(step.code_point));
        } else {
            out += text.substr(i, step.size);
        }
        i += step.size;
    }
    return out;
}

}  // namespace colonnade::dsl
