// SPDX-License-Identifier: Apache-2.0
#include "dsl/format/other_than_text.hpp"

#include <algorithm>
#include <array>

#include "dsl/text/unicode.hpp"

namespace colonnade::dsl {

bool is_other_than_text(std::string_view scalar) {
    static constexpr std::array<std::string_view, 10> Words = {
        "y", "yes", "n", "no", "on", "off", "true", "false", ".inf", ".nan"};
    if (scalar.size() <= 5 && std::find(Words.begin(), Words.end(), lower(scalar)) != Words.end())
        return true;
    // Hexadecimal, octal, exponents, dates, times and digits in groups too.
    const std::size_t sign = scalar.find_first_of("+-.") == 0 ? 1 : 0;
    return scalar.find_first_of("0123456789") == sign &&
           scalar.find_first_not_of("0123456789+-.,_:abcdefxoABCDEFXO") == scalar.npos;
}

}  // namespace colonnade::dsl
