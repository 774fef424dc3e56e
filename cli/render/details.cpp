// SPDX-License-Identifier: Apache-2.0
// The details: every rule with its points, value and target.
#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/parts.hpp"
#include "cli/render/parts_tree.hpp"
#include "cli/render/phrases.hpp"
#include "cli/render/text.hpp"

namespace colonnade::cli {
namespace {

using engine::Status;

std::string points_of(const engine::RuleResult& rule, const engine::Result& result) {
    if (rule.status != Status::Assessed) return padded_left("–", 4) + " / " + padded_left("–", 4);
    return fmt::format("{} / {}", padded_left(points_text(rule.points, result.language), 4),
                       padded_left(points_text(rule.of, result.language), 4));
}

std::string rule_lines(const engine::RuleResult& rule, const engine::Result& result,
                       TextStyle style) {
    const auto sign = rule.rating ? clean(rule.rating->sign) : std::string(" ");
    auto text = fmt::format("  {} {}  {}\n", painted(sign, rule.rating, style.color),
                            padded(clean(rule.title), 54), points_of(rule, result));
    return text + paragraph("      ", rule_value_text(rule, result.language));
}

}  // namespace

std::string render_details(engine::Result result, TextStyle style) {
    engine::round_result(result, 1);
    const auto& labels = labels_in(result.language);
    auto text = heading(result, style) + total(result, style) + ranks(result);
    std::string file;
    for (const auto& pillar : result.pillars) {
        text += "\n" + pillar_line(pillar, result, style);
        for (const auto& rule : pillar.rules)
            text += rule_lines(rule, result, style) + render_parts(rule, file, result.language);
        if (pillar.withheld != 0) {
            text += fmt::format("    {}  {}\n", padded(labels.withheld, 54),
                                padded_left(points_text(pillar.withheld, result.language), 4));
        }
    }
    text +=
        tips(result, result.tips.size(), style) + cautions(result, result.cautions.size(), style);
    return text + unknown(result, result.unknown.size(), style) + closing(result);
}

}  // namespace colonnade::cli
