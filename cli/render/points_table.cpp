// SPDX-License-Identifier: Apache-2.0
// Pillars and rules with what each is worth of 100.
#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/labels.hpp"
#include "cli/render/rulebook_pages.hpp"
#include "engine/phrase/wording.hpp"

namespace colonnade::cli {
namespace {

constexpr engine::Wording Hint{"Mehr zu einer Regel: colonnade explain '{0}#REGEL'",
                               "More about a rule: colonnade explain '{0}#RULE'"};
constexpr std::size_t RuleIdWidth = 24;
constexpr std::size_t TitleWidth = 42;

double sum_of_weights(const dsl::Rulebook& rulebook) {
    double sum = 0;
    for (const auto& pillar : rulebook.pillars)
        sum += pillar.weight;
    return sum;
}

double sum_of_points(const dsl::Pillar& pillar) {
    double sum = 0;
    for (const auto& rule : pillar.rules)
        sum += rule.points;
    return sum;
}

std::string line(std::string_view indent, std::string_view id, std::string_view title, double worth,
                 std::string_view language) {
    return fmt::format("{}{} {} {}\n", indent, padded(id, RuleIdWidth),
                       padded(clean(title), TitleWidth),
                       padded_left(points_text(worth, language), 6));
}

}  // namespace

double worth_of(const dsl::Rulebook& rulebook, RuleAt at) {
    const auto& pillar = rulebook.pillars[at.pillar];
    return 100 * pillar.weight / sum_of_weights(rulebook) * pillar.rules[at.rule].points /
           sum_of_points(pillar);
}

std::string render_points_table(const dsl::Rulebook& rulebook, const std::string& name,
                                std::string_view language) {
    const auto& labels = labels_in(language);
    auto text = fmt::format("{}{}\n", padded(clean(rulebook.title.in(language)), 60),
                            padded_left(fmt::format("{} {}", labels.points, labels.of_100), 16));
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        const auto& pillar = rulebook.pillars[p];
        text += "\n" + line("", pillar.id, pillar.title.in(language),
                            100 * pillar.weight / sum_of_weights(rulebook), language);
        for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
            const auto& rule = pillar.rules[r];
            text +=
                line("  ", rule.id, rule.title.in(language), worth_of(rulebook, {p, r}), language);
        }
    }
    return text + "\n" + engine::worded(Hint, language, {clean(name)}) + "\n";
}

}  // namespace colonnade::cli
