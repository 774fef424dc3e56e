// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the one known name that is close enough to what was typed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace colonnade::dsl {

// The nearest of `known` at an edit distance of at most 2 (1 for names of up to four letters);
// none where two are equally near, because a wrong hint is worse than none.
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view typed,
                                                      std::span<const std::string> known);

// "did you mean `…`?" or the known names where they are few, else empty.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string> known);

}  // namespace colonnade::dsl
