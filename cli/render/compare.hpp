// SPDX-License-Identifier: Apache-2.0
// A comparison of two results, for people and for programs.
#pragma once

#include <string>
#include <string_view>

#include "cli/compare/comparison.hpp"
#include "cli/render/text.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string comparison_text(const Comparison& comparison, std::string_view language,
                                          bool every_rule, TextStyle style);
// docs/schemas/comparison.schema.json
[[nodiscard]] std::string comparison_json(const Comparison& comparison);

}  // namespace colonnade::cli
