// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/score/in_force.hpp"
#include "engine/score/score.hpp"

namespace colonnade::engine {
namespace {

// 1 or 0 of a condition, or nothing where it is unknown; a rule without condition always applies.
std::optional<bool> applies(const CompiledRule& rule, const Evaluator& evaluator, std::size_t row) {
    if (rule.condition < 0) return true;
    const auto& slot = evaluator.slot(rule.condition);
    if (slot.known[row] == 0) return std::nullopt;
    return slot.value[row] != 0;
}

RuleScore assess(const dsl::Rule& rule, const CompiledRule& compiled, const Evaluator& evaluator,
                 std::size_t row) {
    RuleScore score;
    score.status = status_of(rule, compiled, evaluator, row);
    if (score.status != Status::Assessed) return score;
    const auto& measure = evaluator.slot(compiled.measure);
    score.by_default = measure.known[row] == 0;
    if (!score.by_default) score.share = dsl::share_at(rule.curve, measure.value[row]);
    return score;
}

struct Sums {
    double assessed = 0;  // points of assessed rules
    double counted = 0;   // points of assessed and unknown rules
    double earned = 0;
    double cap = 1;
};

bool counts(const RuleScore& rule) {
    return rule.status != Status::NotApplicable;
}

Sums sum_pillar(const dsl::Pillar& pillar, const RuleScore* rules) {
    Sums sums;
    for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
        const auto& rule = pillar.rules[r];
        if (counts(rules[r])) sums.counted += rule.points;
        if (rules[r].status != Status::Assessed) continue;
        sums.assessed += rule.points;
        sums.earned += rule.points * rules[r].share;
        const bool fails = rule.cap && !rules[r].by_default && rules[r].share == 0;
        if (fails) sums.cap = std::min(sums.cap, *rule.cap);
    }
    return sums;
}

void give_points(const dsl::Pillar& pillar, const Sums& sums, double of, double of_all,
                 PillarScore& score, RuleScore* rules) {
    const double scale = sums.assessed > 0 ? of / sums.assessed : 0;
    for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
        if (counts(rules[r]) && sums.counted > 0)
            rules[r].worth = of_all * (pillar.rules[r].points / sums.counted);
        if (rules[r].status != Status::Assessed || !(sums.assessed > 0)) continue;
        rules[r].of = scale * pillar.rules[r].points;
        rules[r].points = rules[r].of * rules[r].share;
    }
    if (!(sums.assessed > 0)) return;
    const double mean = sums.earned / sums.assessed;
    const double share = std::min(sums.cap, mean);
    score.of = of;
    score.points = of * share;
    score.withheld = share < mean ? of * share - of * mean : 0;
}

}  // namespace

std::string_view text_of(Status status) {
    switch (status) {
        case Status::Assessed:
            return "assessed";
        case Status::Unknown:
            return "unknown";
        case Status::NotApplicable:
            return "not-applicable";
        case Status::Error:
            return "error";
    }
    return "error";
}

Status status_of(const dsl::Rule& rule, const CompiledRule& compiled, const Evaluator& evaluator,
                 std::size_t row) {
    const bool failed =
        evaluator.failure(compiled.measure, row) != nullptr ||
        (compiled.condition >= 0 && evaluator.failure(compiled.condition, row) != nullptr);
    const auto applicable = applies(compiled, evaluator, row);
    const bool excluded = applicable && !*applicable && !failed;
    if (excluded || !is_in_force(rule, evaluator.batch().as_of[row])) return Status::NotApplicable;
    if (failed) return Status::Error;
    const bool has_share = evaluator.slot(compiled.measure).known[row] != 0 ||
                           rule.unknown == dsl::UnknownPolicy::None;
    return applicable && has_share ? Status::Assessed : Status::Unknown;
}

Score score_row(const dsl::Rulebook& rulebook, const Program& program, const Evaluator& evaluator,
                std::size_t row) {
    Score score;
    score.rules.reserve(program.rules.size());
    score.pillars.resize(rulebook.pillars.size());
    std::vector<Sums> sums;
    double weight_assessed = 0;
    double weight_counted = 0;
    for (const auto& pillar : rulebook.pillars) {
        const auto first = score.rules.size();
        for (const auto& rule : pillar.rules) {
            const auto& compiled = program.rules[score.rules.size()];
            score.rules.push_back(assess(rule, compiled, evaluator, row));
        }
        sums.push_back(sum_pillar(pillar, score.rules.data() + first));
        if (sums.back().assessed > 0) weight_assessed += pillar.weight;
        if (sums.back().counted > 0) weight_counted += pillar.weight;
    }
    std::size_t first = 0;
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        const auto& pillar = rulebook.pillars[p];
        const double of = weight_assessed > 0 ? pillar.weight * (100 / weight_assessed) : 0;
        const double of_all = weight_counted > 0 ? pillar.weight * (100 / weight_counted) : 0;
        give_points(pillar, sums[p], of, of_all, score.pillars[p], score.rules.data() + first);
        if (score.pillars[p].points)
            score.total = score.total.value_or(0) + *score.pillars[p].points;
        if (sums[p].assessed > 0)
            score.assessed += pillar.weight * (sums[p].assessed / sums[p].counted);
        first += pillar.rules.size();
    }
    score.assessed = weight_counted > 0 ? score.assessed / weight_counted : 0;
    if (!(weight_assessed > 0)) score.total.reset();
    // Sums of parts that make up 100 can end a bit above it.
    if (score.total) score.total = std::clamp(*score.total, 0.0, 100.0);
    score.assessed = std::min(score.assessed, 1.0);
    return score;
}

}  // namespace colonnade::engine
