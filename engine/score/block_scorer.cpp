// SPDX-License-Identifier: Apache-2.0
#include "engine/score/block_scorer.hpp"

#include <algorithm>

#include "engine/evaluate/vectors.hpp"
#include "engine/score/shares.hpp"

namespace colonnade::engine {
namespace {

COLONNADE_WIDE void mark_applicable(const double* condition, std::size_t count, Status* status) {
    for (std::size_t i = 0; i < count; ++i)
        status[i] = condition[i] != 0 ? Status::Assessed : Status::NotApplicable;
}

}  // namespace

BlockScorer::BlockScorer(const dsl::Rulebook& rulebook, const Program& program,
                         const Evaluator& evaluator)
    : rulebook_(rulebook),
      program_(program),
      evaluator_(evaluator),
      judged_(program.rules.size()),
      sums_(rulebook.pillars.size()) {}

void BlockScorer::score(Range rows, ScoreColumns& columns) {
    rows_ = rows;
    weight_assessed_.assign(rows.count, 0);
    weight_counted_.assign(rows.count, 0);
    units_.resize(rows.count);
    is_all_assessed_ = true;
    std::size_t first = 0;
    for (std::size_t p = 0; p < sums_.size(); ++p) {
        const auto& rules = rulebook_.pillars[p].rules;
        for (std::size_t r = 0; r < rules.size(); ++r)
            judge(rules[r], first + r, rows, columns.rules[first + r]);
        sum(p, first, rows, columns);
        first += rules.size();
    }
    std::fill_n(columns.total.data() + rows.first, rows.count, 0.0);
    find_units(weight_assessed_, rows.count, units_);
    std::fill_n(columns.share_assessed.data() + rows.first, rows.count, 0.0);
    first = 0;
    for (std::size_t p = 0; p < sums_.size(); ++p) {
        give(p, first, rows, columns);
        first += rulebook_.pillars[p].rules.size();
    }
    give_total(rows, columns);
}

// Where everything is known, whether a rule is assessed is what its condition says.
void BlockScorer::judge(const dsl::Rule& rule, std::size_t index, Range rows, RuleColumn& column) {
    const auto& compiled = program_.rules[index];
    const auto& measure = evaluator_.slot(compiled.measure);
    auto* status = column.status.data() + rows.first;
    auto& judged = judged_[index];
    judged.shares.resize(rows.count);
    shares_of(rule.curve, measure.value.from(rows.first), rows.count, judged.shares.data());
    judged.counts = judged.assessed = nullptr;
    if (needs_each(rule, compiled)) return judge_each(rule, index, rows, column);
    const auto judgement = judgement_of(rule, compiled, rows);
    const bool all = judgement.measure_known == nullptr && judgement.condition_known == nullptr;
    if (!all) {
        judged.make_room(rows.count);
        judge_rule(judgement, rows.count, status, judged.own_counts.data(),
                   judged.own_assessed.data(), judged.shares.data());
        // Unknown nowhere: what counts is assessed.
        if (std::find(status, status + rows.count, Status::Unknown) == status + rows.count)
            judged.counts = judged.assessed;
    } else if (judgement.condition != nullptr) {
        judged.counts = judged.assessed = judgement.condition;
        mark_applicable(judgement.condition, rows.count, status);
    } else {
        std::fill_n(status, rows.count, Status::Assessed);
    }
}

Judgement BlockScorer::judgement_of(const dsl::Rule& rule, const CompiledRule& compiled,
                                    Range rows) const {
    Judgement judgement;
    judgement.measure_known = evaluator_.slot(compiled.measure).known.from(rows.first);
    judgement.none_counts = rule.unknown == dsl::UnknownPolicy::None;
    if (compiled.condition < 0) return judgement;
    const auto& condition = evaluator_.slot(compiled.condition);
    judgement.condition = condition.value.from(rows.first);
    judgement.condition_known = condition.known.from(rows.first);
    return judgement;
}

void BlockScorer::Judged::make_room(std::size_t count) {
    own_counts.resize(count);
    own_assessed.resize(count);
    counts = own_counts.data();
    assessed = own_assessed.data();
}

// Rules that are not in force on every day, and those that something failed for.
bool BlockScorer::needs_each(const dsl::Rule& rule, const CompiledRule& compiled) const {
    return rule.from || rule.until || evaluator_.may_fail(compiled.measure) ||
           (compiled.condition >= 0 && evaluator_.may_fail(compiled.condition));
}

void BlockScorer::judge_each(const dsl::Rule& rule, std::size_t index, Range rows,
                             RuleColumn& column) {
    const auto& compiled = program_.rules[index];
    const auto& measure = evaluator_.slot(compiled.measure);
    auto& judged = judged_[index];
    judged.make_room(rows.count);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const auto row = rows.first + i;
        const auto status = status_of(rule, compiled, evaluator_, row);
        column.status[row] = status;
        judged.own_counts[i] = status == Status::NotApplicable ? 0 : 1;
        judged.own_assessed[i] = status == Status::Assessed ? 1 : 0;
        // Assessed without a measure: taken as none.
        if (status != Status::Assessed || measure.known[row] == 0) judged.shares[i] = 0;
    }
}

void BlockScorer::sum(std::size_t pillar, std::size_t first, Range rows, ScoreColumns& columns) {
    const auto& rules = rulebook_.pillars[pillar].rules;
    auto& sums = sums_[pillar];
    sums.clear(rows.count);
    bool all = true;
    for (std::size_t r = 0; r < rules.size(); ++r) {
        const auto& judged = judged_[first + r];
        const auto& column = columns.rules[first + r];
        add_rule(judged.assessed, rules[r].points, judged.shares.data(), rows.count, sums);
        if (rules[r].cap) apply_cap(rules[r], first + r, rows, column, sums);
        all = all && judged.counts == judged.assessed;
    }
    is_all_assessed_ = is_all_assessed_ && all;
    if (all) {
        sums.counted = sums.assessed;
    } else {
        for (std::size_t r = 0; r < rules.size(); ++r)
            add_points(judged_[first + r].counts, rules[r].points, rows.count, sums.counted.data());
    }
    const double weight = rulebook_.pillars[pillar].weight;
    add_weight(sums.assessed, weight, rows.count, weight_assessed_);
    add_weight(sums.counted, weight, rows.count, weight_counted_);
}

// While a pass is known to fail, the pillar has no more than its cap.
void BlockScorer::apply_cap(const dsl::Rule& rule, std::size_t index, Range rows,
                            const RuleColumn& column, PillarSums& sums) const {
    const auto& measure = evaluator_.slot(program_.rules[index].measure);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const auto row = rows.first + i;
        const bool fails = column.status[row] == Status::Assessed && measure.known[row] != 0 &&
                           judged_[index].shares[i] == 0;
        if (fails) sums.cap[i] = std::min(sums.cap[i], *rule.cap);
    }
}

void BlockScorer::give(std::size_t pillar, std::size_t first, Range rows, ScoreColumns& columns) {
    const auto& rules = rulebook_.pillars[pillar].rules;
    const double weight = rulebook_.pillars[pillar].weight;
    auto& sums = sums_[pillar];
    auto& column = columns.pillars[pillar];
    const PillarTarget target{column.assessed.data() + rows.first,
                              column.points.data() + rows.first, column.of.data() + rows.first,
                              column.scale.data() + rows.first,
                              column.withheld.data() + rows.first};
    give_pillar(weight, units_, rows.count, sums, target);
    if (!is_all_assessed_)
        add_part_assessed(sums, weight, rows.count, columns.share_assessed.data() + rows.first);
    for (std::size_t r = 0; r < rules.size(); ++r) {
        auto& rule = columns.rules[first + r];
        const auto& judged = judged_[first + r];
        give_rule(judged.assessed, rules[r].points, target.scale, judged.shares.data(), rows.count,
                  rule.points.data() + rows.first);
    }
    for (std::size_t i = rows.first; i < rows.end(); ++i)
        columns.total[i] += column.points[i];
}

void BlockScorer::give_total(Range rows, ScoreColumns& columns) const {
    for (std::size_t i = 0; i < rows.count; ++i) {
        const auto row = rows.first + i;
        const bool has_total = weight_assessed_[i] > 0;
        // Sums of parts that make up 100 can end a bit above it.
        const double total = std::clamp(columns.total[row], 0.0, 100.0);
        columns.assessed[row] = has_total ? 1 : 0;
        columns.total[row] = has_total ? total : 0;
        columns.low[row] = has_total ? total : 0;
        columns.high[row] = has_total ? total : 100;
    }
    for (std::size_t i = 0; i < rows.count; ++i) {
        auto& share = columns.share_assessed[rows.first + i];
        const double part = is_all_assessed_ ? weight_assessed_[i] : share;
        const double all = weight_counted_[i];
        share = all > 0 ? std::min(part / all, 1.0) : 0;
    }
}

}  // namespace colonnade::engine
