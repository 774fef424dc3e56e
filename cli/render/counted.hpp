// SPDX-License-Identifier: Apache-2.0
// A number as English writes it, with the word for what is counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace colonnade::cli {

// "1 rule", "2 rules": for words whose plural ends in `s`.
[[nodiscard]] std::string counted(std::size_t number, std::string_view what);

// "1,234,567".
[[nodiscard]] std::string grouped(std::size_t number);

}  // namespace colonnade::cli
