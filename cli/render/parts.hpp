// SPDX-License-Identifier: Apache-2.0
// The sections that summary and details share. Each ends with a line break, or is empty.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/render/text.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

// `20 min each`.
[[nodiscard]] std::string effort_text(double minutes, dsl::Effort::Per per,
                                      std::string_view language);
// What is left of an effort is no finer than it was estimated.
[[nodiscard]] double whole_minutes(double minutes);
// Rulebook, person, moment.
[[nodiscard]] std::string heading(const engine::Result& result, TextStyle style);
// The total with its interval and rating.
[[nodiscard]] std::string total(const engine::Result& result, TextStyle style);
// A line for each rank, under the total.
[[nodiscard]] std::string ranks(const engine::Result& result);
[[nodiscard]] std::string pillar_line(const engine::PillarResult& pillar,
                                      const engine::Result& result, TextStyle style);
// At most `most` tips that gain something.
[[nodiscard]] std::string tips(const engine::Result& result, std::size_t most, TextStyle style);
[[nodiscard]] std::string cautions(const engine::Result& result, std::size_t most, TextStyle style);
[[nodiscard]] std::string unknown(const engine::Result& result, std::size_t most, TextStyle style);
[[nodiscard]] std::string closing(const engine::Result& result);

}  // namespace colonnade::cli
