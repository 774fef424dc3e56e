// SPDX-License-Identifier: Apache-2.0
// Ratings on pages: by colour, by sign, and by word.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

// The CSS class of a rating's colour. Inside it --text is the strength to read, --fill that to see
// and --tint that to lay under something.
[[nodiscard]] std::string_view colour_class(const std::optional<engine::RatingResult>& rating);
// Sign and word in the rating's colour; empty where there is none. HTML.
[[nodiscard]] std::string rating_mark(const std::optional<engine::RatingResult>& rating);
// The same of a total; a rating that the unknown facts may change is a span.
[[nodiscard]] std::string rating_marks(const engine::Result& result);

}  // namespace colonnade::cli
