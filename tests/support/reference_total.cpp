// SPDX-License-Identifier: Apache-2.0
#include "tests/support/reference_total.hpp"

#include <algorithm>

namespace colonnade::tests {
namespace {

constexpr double Day = 86'400;

std::optional<double> number(const std::optional<PlainValue>& value) {
    return value ? std::optional(std::get<double>(*value)) : std::nullopt;
}

PlainRule judge(const dsl::Rule& rule, const ReferenceEvaluator& evaluator, double as_of) {
    PlainRule result;
    const bool early = rule.from && as_of < static_cast<double>(*rule.from);
    const bool late = rule.until && as_of >= static_cast<double>(*rule.until) + Day;
    const auto condition = rule.condition < 0 ? 1.0 : number(evaluator.value(rule.condition));
    result.applies = !early && !late && condition != 0.0;
    if (!result.applies || !condition) return result;
    const auto measure = number(evaluator.value(rule.measure));
    if (measure) result.share = dsl::share_at(rule.curve, *measure);
    if (!measure && rule.unknown == dsl::UnknownPolicy::None) result.share = 0;
    return result;
}

// The points of a pillar's rules that `counts`.
template <class Counts>
double points_where(const dsl::Pillar& pillar, const PlainPillar& judged, Counts counts) {
    double sum = 0;
    for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
        if (counts(judged.rules[r])) sum += pillar.rules[r].points;
    }
    return sum;
}

bool is_assessed(const PlainRule& rule) {
    return rule.share.has_value();
}
bool is_counted(const PlainRule& rule) {
    return rule.applies;
}

template <class Counts>
double weight_of(const dsl::Rulebook& rulebook, const PlainTotal& total, Counts counts) {
    double sum = 0;
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        if (points_where(rulebook.pillars[p], total.pillars[p], counts) > 0)
            sum += rulebook.pillars[p].weight;
    }
    return sum;
}

// A pass that is known to fail; what is only treated as none does not.
double cap_of(const dsl::Pillar& pillar, const PlainPillar& judged,
              const ReferenceEvaluator& evaluator) {
    double cap = 1;
    for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
        const auto& rule = pillar.rules[r];
        if (!rule.cap || !judged.rules[r].share) continue;
        if (number(evaluator.value(rule.measure)) == 0.0) cap = std::min(cap, *rule.cap);
    }
    return cap;
}

}  // namespace

PlainTotal reference_total(const dsl::Rulebook& rulebook, const ReferenceEvaluator& evaluator,
                           double as_of) {
    PlainTotal total;
    for (const auto& pillar : rulebook.pillars) {
        auto& judged = total.pillars.emplace_back();
        for (const auto& rule : pillar.rules)
            judged.rules.push_back(judge(rule, evaluator, as_of));
    }
    const double assessed = weight_of(rulebook, total, is_assessed);
    const double counted = weight_of(rulebook, total, is_counted);
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        const auto& pillar = rulebook.pillars[p];
        auto& judged = total.pillars[p];
        const double all = points_where(pillar, judged, is_assessed);
        if (!(all > 0)) continue;
        double mean = 0;
        judged.of = 100 * pillar.weight / assessed;
        for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
            auto& rule = judged.rules[r];
            if (!rule.share) continue;
            rule.of = judged.of * pillar.rules[r].points / all;
            rule.points = rule.of * *rule.share;
            mean += pillar.rules[r].points * *rule.share / all;
        }
        judged.points = judged.of * std::min(mean, cap_of(pillar, judged, evaluator));
        total.total = total.total.value_or(0) + *judged.points;
        total.assessed += pillar.weight / counted * all / points_where(pillar, judged, is_counted);
    }
    return total;
}

}  // namespace colonnade::tests
