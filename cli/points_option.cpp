// SPDX-License-Identifier: Apache-2.0
#include "cli/points_option.hpp"

#include <charconv>

#include "cli/figure_bounds.hpp"

namespace colonnade::cli {

std::optional<double> points_of(std::string_view text) {
    double points = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), points, std::chars_format::fixed);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    if (!is_number || !(points >= 0 && points <= MostPoints)) return std::nullopt;
    return points;
}

}  // namespace colonnade::cli
