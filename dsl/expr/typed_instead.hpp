// SPDX-License-Identifier: Apache-2.0
// What a text that the grammar refuses was meant to be: the rows of habits.cpp and the moves of
// moved.cpp, one after the other where reading stops, until the grammar takes the whole.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "dsl/expr/parse.hpp"

namespace colonnade::dsl {

// Whether everything called so is a text: then a bare word beside it can only be a text too.
using IsTextName = std::function<bool(std::string_view name)>;

// The text as the language writes it, where only one meaning is possible; `problem` is where its
// reading stopped, or a name that nothing is called.
[[nodiscard]] std::optional<std::string> expression_meant_by(std::string_view typed, Span problem,
                                                             const IsTextName& is_text_name);
// The same for a value of a curve.
[[nodiscard]] std::optional<std::string> value_meant_by(std::string_view typed, Span problem);

// `1.000`, as Germans write a thousand: one to three digits, a point, three digits of which the
// last is 0. Decimals are not written with such a zero.
[[nodiscard]] bool is_maybe_thousands(std::string_view number);

// What to write instead of what stands at `problem`, in general words, where the whole cannot be
// put right; empty where nothing is known.
[[nodiscard]] std::string_view help_in_expression(std::string_view typed, Span problem);
[[nodiscard]] std::string_view help_in_value(std::string_view typed, Span problem);

}  // namespace colonnade::dsl
