// SPDX-License-Identifier: Apache-2.0
#include "cli/html/rating.hpp"

#include <fmt/format.h>

#include "cli/html/escape.hpp"

namespace colonnade::cli {

std::string_view colour_class(const std::optional<engine::RatingResult>& rating) {
    if (!rating) return "c-none";
    if (rating->colour == "red") return "c-red";
    if (rating->colour == "orange") return "c-orange";
    if (rating->colour == "yellow") return "c-yellow";
    if (rating->colour == "green") return "c-green";
    if (rating->colour == "blue") return "c-blue";
    return "c-grey";
}

std::string rating_mark(const std::optional<engine::RatingResult>& rating) {
    if (!rating) return {};
    return fmt::format(
        "<span class=\"rating {}\"><span class=\"sign\" aria-hidden=\"true\">{}</span> {}</span>",
        colour_class(rating), escape_html(rating->sign), escape_html(rating->title));
}

std::string rating_marks(const engine::Result& result) {
    const bool is_span =
        result.rating_low && result.rating_high && result.rating_low->id != result.rating_high->id;
    if (!is_span) return rating_mark(result.rating);
    return fmt::format("{} … {}", rating_mark(result.rating_low), rating_mark(result.rating_high));
}

}  // namespace colonnade::cli
