// SPDX-License-Identifier: Apache-2.0
// The summary: what fits one look.
#include <algorithm>
#include <cstddef>

#include "cli/render/parts.hpp"
#include "cli/render/text.hpp"

namespace colonnade::cli {
namespace {

constexpr std::ptrdiff_t MostLines = 40;
constexpr std::size_t MostTips = 5;
constexpr std::size_t FewestTips = 2;
constexpr std::size_t MostUnknown = 4;

std::string with(const engine::Result& result, std::size_t most_tips, std::size_t most_cautions,
                 TextStyle style) {
    auto text = heading(result, style) + total(result, style) + ranks(result) + "\n";
    for (const auto& pillar : result.pillars)
        text += pillar_line(pillar, result, style);
    text += tips(result, most_tips, style) + cautions(result, most_cautions, style);
    return text + unknown(result, MostUnknown, style) + closing(result);
}

bool fits(std::string_view text) {
    return std::count(text.begin(), text.end(), '\n') <= MostLines;
}

}  // namespace

// What does not fit is in the details: first fewer tips are shown, then fewer cautions.
std::string render_summary(engine::Result result, TextStyle style) {
    engine::round_result(result, 1);
    auto cautions = result.cautions.size();
    auto tips = MostTips;
    auto text = with(result, tips, cautions, style);
    while (!fits(text) && (tips > FewestTips || cautions > 0)) {
        if (tips > FewestTips) {
            --tips;
        } else {
            --cautions;
        }
        text = with(result, tips, cautions, style);
    }
    return text;
}

}  // namespace colonnade::cli
