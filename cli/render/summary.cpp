// SPDX-License-Identifier: Apache-2.0
// The summary: what fits one look.
#include "cli/render/parts.hpp"
#include "cli/render/text.hpp"

namespace colonnade::cli {
namespace {

// So many that the summary stays within 40 lines.
constexpr std::size_t MostTips = 5;
constexpr std::size_t MostUnknown = 4;

}  // namespace

std::string render_summary(engine::Result result, TextStyle style) {
    engine::round_result(result, 1);
    auto text = heading(result, style) + total(result, style) + "\n";
    for (const auto& pillar : result.pillars)
        text += pillar_line(pillar, result, style);
    text += tips(result, MostTips, style) + cautions(result, style);
    return text + unknown(result, MostUnknown, style) + closing(result);
}

}  // namespace colonnade::cli
