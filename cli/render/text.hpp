// SPDX-License-Identifier: Apache-2.0
// Results for a terminal of 80 columns: a summary of at most 40 lines, or every rule.
#pragma once

#include <string>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

struct TextStyle {
    bool color = false;
};

[[nodiscard]] std::string render_summary(engine::Result result, TextStyle style);
[[nodiscard]] std::string render_details(engine::Result result, TextStyle style);

}  // namespace colonnade::cli
