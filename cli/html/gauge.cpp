// SPDX-License-Identifier: Apache-2.0
// The total as a half circle. Its length is 100, so that points are lengths along it.
#include <fmt/format.h>

#include <algorithm>

#include "cli/html/report_parts.hpp"
#include "cli/render/canvas.hpp"

namespace colonnade::cli {
namespace {

using engine::Wording;

constexpr auto Arc = "M20 130A110 110 0 0 1 240 130";
constexpr auto OuterArc = "M6 130A124 124 0 0 1 254 130";

constexpr Wording OfHundred{"von 100", "of 100"};
constexpr Wording Range{"sichere Spanne", "sure range"};
constexpr Wording NoScore{"keine Wertung", "no score"};

std::string stretch(std::string_view name, std::string_view arc, double from, double to) {
    return fmt::format(
        "<path class=\"{}\" d=\"{}\" pathLength=\"100\" stroke-dasharray=\"{:.1f} 200\" "
        "stroke-dashoffset=\"-{:.1f}\"/>\n",
        name, arc, to - from, from);
}

struct Middle {
    std::string figure;
    std::string words;
};

// Where too little is known the range is the figure.
Middle middle_of(const engine::Result& result) {
    const auto& language = result.language;
    if (!result.score) return {"–", word(NoScore, language)};
    if (!result.provisional)
        return {points_text(*result.score, language), word(OfHundred, language)};
    return {
        fmt::format("{}–{}", points_text(result.low, language), points_text(result.high, language)),
        word(Range, language)};
}

}  // namespace

std::string gauge_svg(const engine::Result& result) {
    const auto middle = middle_of(result);
    const bool open = result.low < result.high;
    const bool filled = result.score && !result.provisional;
    // What it shows stands beside it in words.
    auto svg = fmt::format(
        "<svg class=\"gauge{}\" viewBox=\"0 0 260 150\" aria-hidden=\"true\">\n"
        "<path class=\"track\" d=\"{}\"/>\n",
        filled ? "" : " open", Arc);
    if (filled) svg += stretch("fill", Arc, 0, *result.score);
    if (!filled) svg += stretch("range", Arc, result.low, result.high);
    if (filled && open) svg += stretch("sure", OuterArc, result.low, result.high);
    if (result.score && !filled) svg += stretch("dot", Arc, *result.score, *result.score);
    return svg + fmt::format(
                     "<text class=\"figure-text\" x=\"130\" y=\"116\">{}</text>\n"
                     "<text class=\"small-text\" x=\"130\" y=\"142\">{}</text>\n</svg>\n",
                     middle.figure, middle.words);
}

std::string empty_bar_svg() {
    return "<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"none\" x=\"0.5\" y=\"0.5\" "
           "width=\"99.6%\" height=\"9\" rx=\"4.5\"/></svg>";
}

std::string bar_svg(double points, double low, double high, double of) {
    const auto part = [of](double value) {
        return of > 0 ? std::clamp(100 * value / of, 0.0, 100.0) : 0.0;
    };
    auto svg = fmt::format(
        "<svg class=\"bar\" aria-hidden=\"true\"><rect class=\"track\" width=\"100%\" "
        "height=\"10\" rx=\"5\"/><rect class=\"fill\" width=\"{:.1f}%\" height=\"10\" rx=\"5\"/>",
        part(points));
    if (low < high) {
        svg += fmt::format(
            "<rect class=\"sure\" x=\"{:.1f}%\" y=\"13\" width=\"{:.1f}%\" height=\"3\" "
            "rx=\"1.5\"/>",
            part(low), part(high) - part(low));
    }
    return svg + "</svg>";
}

}  // namespace colonnade::cli
