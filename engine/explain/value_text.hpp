// SPDX-License-Identifier: Apache-2.0
// Values as people write them: `2.3 per week`, `2,3 pro Woche`, `45%`, `3 days`, `31 Jan 2026`.
#pragma once

#include <string>
#include <string_view>

#include "dsl/rulebook/curve.hpp"
#include "dsl/types/kind.hpp"

namespace colonnade::engine {

// A value of `type` in its base unit; moments in seconds.
[[nodiscard]] std::string value_text(double value, const dsl::Type& type,
                                     const dsl::Display& display, std::string_view language);

// The number alone, in the unit of `display`, for texts that bring their own word.
[[nodiscard]] std::string bare_number(double value, const dsl::Type& type,
                                      const dsl::Display& display, std::string_view language);

// The unit that goes with bare numbers: "per week", "Tage", empty where there is none.
[[nodiscard]] std::string unit_caption(const dsl::Type& type, const dsl::Display& display,
                                       std::string_view language);

enum class TargetStyle {
    Short,  // `2–3 per week`, `5`: for sentences
    Full,   // `2–3 per week`, `5 or more`: for tables
};
[[nodiscard]] std::string target_text(const dsl::Curve& curve, const dsl::Type& type,
                                      TargetStyle style, std::string_view language);

}  // namespace colonnade::engine
