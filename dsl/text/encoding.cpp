// SPDX-License-Identifier: Apache-2.0
#include "dsl/text/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/text/unicode.hpp"

namespace colonnade::dsl {
namespace {

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace

bool check_encoding(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics) {
    const auto text = source->text();
    const auto report = [&](Code code, std::size_t at, std::string message, std::string help) {
        const auto offset = static_cast<std::uint32_t>(at);
        diagnostics.report(
            {code, source, {offset, offset + 1}, std::move(message), std::move(help)});
        return false;
    };
    if (text.size() > MostFileBytes) {
        return report(
            Code::LimitExceeded, 0,
            fmt::format("the file has {} bytes, more than {}", text.size(), MostFileBytes), "");
    }
    if (const auto at = first_invalid_utf8(text); at != std::string_view::npos) {
        return report(
            Code::NotUtf8, at,
            fmt::format("the byte {:02X} is not UTF-8", static_cast<unsigned char>(text[at])),
            "save the file as UTF-8");
    }
    if (const auto at = std::find_if(text.begin(), text.end(), is_control); at != text.end()) {
        return report(
            Code::ControlCharacter, static_cast<std::size_t>(at - text.begin()),
            fmt::format("a control character (U+{:04X})", static_cast<unsigned char>(*at)),
            "delete it");
    }
    return true;
}

}  // namespace colonnade::dsl
