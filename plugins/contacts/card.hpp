// SPDX-License-Identifier: Apache-2.0
// The lines of an address book (vCard 2.1, 3.0 and 4.0) as properties.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace colonnade::contacts {

struct Property {
    std::string name;   // upper case, without its group
    std::string value;  // as it stands there, its folded lines joined
    bool is_quoted_printable = false;
    std::int64_t line = 0;

    // The value as text, up to an unescaped `;` where it has parts.
    [[nodiscard]] std::string text(bool has_parts = false) const;
};

class CardScanner {
public:
    // `content` must outlive the scanner and have `\n` or `\r\n` as line ends.
    explicit CardScanner(std::string_view content) : content_(content) {}

    // The next line that is a property; others are passed over.
    [[nodiscard]] std::optional<Property> next();

private:
    [[nodiscard]] std::string_view take_line();
    [[nodiscard]] std::string take_logical_line();

    std::string_view content_;
    std::size_t at_ = 0;
    std::int64_t line_ = 0;
};

}  // namespace colonnade::contacts
