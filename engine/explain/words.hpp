// SPDX-License-Identifier: Apache-2.0
// The words and number forms of the languages that results are written in: German and English. Any
// other language is written as English.
#pragma once

#include <string>
#include <string_view>

#include "dsl/types/unit.hpp"

namespace colonnade::engine {

[[nodiscard]] bool is_german(std::string_view language);

// At most `decimals` decimals, trailing zeros dropped, with the language's point and grouping.
[[nodiscard]] std::string number_text(double value, int decimals, std::string_view language);
// With as many decimals as tell something: 1234, 12.5, 0.25.
[[nodiscard]] std::string number_text(double value, std::string_view language);

// "week", "Wochen": the form that goes with the shown number.
[[nodiscard]] std::string unit_text(dsl::Unit unit, bool one, std::string_view language);

// "41 characters": a text is told by its length, not by what it says.
[[nodiscard]] std::string characters_text(double count, std::string_view language);

}  // namespace colonnade::engine
