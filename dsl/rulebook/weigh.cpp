// SPDX-License-Identifier: Apache-2.0
// What pillars and rules are worth of the 100: weights that do not sum to it, and rules that are
// worth more than the rulebook itself allows.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dsl/rulebook/read_parts.hpp"

namespace colonnade::dsl {
namespace {

// About the pillar whose worth is farthest from its weight.
void note_weights(const Form& form, const MapReader& map, const Rulebook& rulebook, double sum) {
    const auto distance = [&](const Pillar& p) {
        return std::abs(100 * p.weight / sum - p.weight);
    };
    const auto& pillars = rulebook.pillars;
    const auto& pillar =
        *std::max_element(pillars.begin(), pillars.end(),
                          [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    // Weights such as 1, 1 and 2 are not meant as points.
    const bool meant_as_points =
        sum > 50 && sum < 200 && pillar.weight < 100 && pillar.weight < sum;
    const double weight = pillar.weight * (sum - pillar.weight) / (100 - pillar.weight);
    form.report(Code::WeightsNot100, map.key_span("pillars"),
                fmt::format("the weights sum to {}, not 100: `{}` gets {:.1f} of 100", sum,
                            pillar.id, 100 * pillar.weight / sum),
                meant_as_points
                    ? fmt::format("to give it {}, write `weight: {:.4g}`", pillar.weight, weight)
                    : "");
}

// `most` and `weights` in points.
void compare_with_most(const Form& form, double most, const Rulebook& rulebook, double weights) {
    for (const auto& pillar : rulebook.pillars) {
        double points = 0;
        for (const auto& rule : pillar.rules)
            points += rule.points;
        for (const auto& rule : pillar.rules) {
            const double worth = 100 * pillar.weight / weights * rule.points / points;
            if (!(worth > most + 1e-9)) continue;
            form.report(Code::LargeShare, rule.span,
                        fmt::format("`{}` is worth {:.1f} of 100, more than the {:g} of "
                                    "`most_per_rule`",
                                    rule.id, worth, most));
        }
    }
}

}  // namespace

void weigh(const Form& form, MapReader& map, const Rulebook& rulebook, bool weights_are_read) {
    const auto* most_node = map.optional("most_per_rule");
    // 0 where nothing is said, or nothing that can be read.
    const double most = most_node == nullptr
                            ? 0
                            : 100 * read_share(form, *most_node, map.key_span("most_per_rule"));
    if (rulebook.pillars.empty() || !weights_are_read) return;
    double sum = 0;
    for (const auto& pillar : rulebook.pillars)
        sum += pillar.weight;
    if (!(sum > 0)) {
        form.report(Code::NothingToEarn, map.key_span("pillars"),
                    "the weights of all pillars sum to zero");
        return;
    }
    if (std::abs(sum - 100) > 1e-9) note_weights(form, map, rulebook, sum);
    if (most > 0) compare_with_most(form, most, rulebook, sum);
}

}  // namespace colonnade::dsl
