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
    weight_assessed_.assign(rows.count, 0);
    weight_counted_.assign(rows.count, 0);
    std::size_t first = 0;
    for (std::size_t p = 0; p < sums_.size(); ++p) {
        const auto& rules = rulebook_.pillars[p].rules;
        for (std::size_t r = 0; r < rules.size(); ++r)
            judge(rules[r], first + r, rows, columns.rules[first + r]);
        sum(p, first, rows, columns);
        first += rules.size();
    }
    std::fill_n(columns.total.data() + rows.first, rows.count, 0.0);
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
    shares_of(rule.curve, measure.value.from(rows.first), rows.count,
              column.points.data() + rows.first);
    auto& judged = judged_[index];
    judged.counts = judged.assessed = nullptr;
    auto* status = column.status.data() + rows.first;
    const bool dated = rule.from || rule.until;
    if (dated || evaluator_.has_failures() || !measure.known.all())
        return judge_each(rule, index, rows, column);
    if (compiled.condition < 0) {
        std::fill_n(status, rows.count, Status::Assessed);
        return;
    }
    const auto& condition = evaluator_.slot(compiled.condition);
    if (!condition.known.all()) return judge_each(rule, index, rows, column);
    judged.counts = judged.assessed = condition.value.from(rows.first);
    mark_applicable(judged.counts, rows.count, status);
}

void BlockScorer::judge_each(const dsl::Rule& rule, std::size_t index, Range rows,
                             RuleColumn& column) {
    const auto& compiled = program_.rules[index];
    const auto& measure = evaluator_.slot(compiled.measure);
    auto& judged = judged_[index];
    judged.own_counts.resize(rows.count);
    judged.own_assessed.resize(rows.count);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const auto row = rows.first + i;
        const auto status = status_of(rule, compiled, evaluator_, row);
        column.status[row] = status;
        judged.own_counts[i] = status == Status::NotApplicable ? 0 : 1;
        judged.own_assessed[i] = status == Status::Assessed ? 1 : 0;
        // Assessed without a measure: taken as none.
        if (status != Status::Assessed || measure.known[row] == 0) column.points[row] = 0;
    }
    judged.counts = judged.own_counts.data();
    judged.assessed = judged.own_assessed.data();
}

void BlockScorer::sum(std::size_t pillar, std::size_t first, Range rows, ScoreColumns& columns) {
    const auto& rules = rulebook_.pillars[pillar].rules;
    auto& sums = sums_[pillar];
    sums.clear(rows.count);
    bool all_assessed = true;
    for (std::size_t r = 0; r < rules.size(); ++r) {
        const auto& judged = judged_[first + r];
        const auto& column = columns.rules[first + r];
        add_rule(judged.assessed, rules[r].points, column.points.data() + rows.first, rows.count,
                 sums);
        if (rules[r].cap) apply_cap(rules[r], first + r, rows, column, sums);
        all_assessed = all_assessed && judged.counts == judged.assessed;
    }
    if (all_assessed) {
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
                           column.points[row] == 0;
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
                              column.withheld.data() + rows.first};
    give_pillar(weight, weight_assessed_, rows.count, sums, target);
    add_share_assessed(sums, weight, weight_counted_, rows.count,
                       columns.share_assessed.data() + rows.first);
    for (std::size_t r = 0; r < rules.size(); ++r) {
        auto& rule = columns.rules[first + r];
        give_rule(judged_[first + r].assessed, rules[r].points, sums.scale, rows.count,
                  rule.points.data() + rows.first, rule.of.data() + rows.first);
    }
    // Without a point there is nothing to be within.
    std::copy_n(target.points, rows.count, column.low.data() + rows.first);
    std::copy_n(target.points, rows.count, column.high.data() + rows.first);
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
        columns.share_assessed[row] = std::min(columns.share_assessed[row], 1.0);
    }
}

}  // namespace colonnade::engine
