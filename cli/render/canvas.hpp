// SPDX-License-Identifier: Apache-2.0
// Small pieces that text results are made of. All text that comes from data passes through
// `clean`, so that nothing in it can steer a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/result.hpp"

namespace colonnade::cli {

inline constexpr std::size_t TextWidth = 80;

[[nodiscard]] std::string clean(std::string_view text);
// To `width` cells, cut with "…" or filled with blanks.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);
// Lines of at most `width` cells, broken at blanks.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);
// A paragraph: the first line after `first`, the others indented as far.
[[nodiscard]] std::string paragraph(std::string_view first, std::string_view text);

// A bar of `width` cells, `share` of it filled, in eighths of a cell.
[[nodiscard]] std::string bar(double share, std::size_t width);
// With the rating's colour where colour is on.
[[nodiscard]] std::string painted(std::string_view text,
                                  const std::optional<engine::RatingResult>& rating, bool color);
[[nodiscard]] std::string bold(std::string_view text, bool color);
// `▲ Strong`, or empty.
[[nodiscard]] std::string rating_text(const std::optional<engine::RatingResult>& rating);
// One decimal, always shown, with the language's point.
[[nodiscard]] std::string points_text(double points, std::string_view language);

}  // namespace colonnade::cli
