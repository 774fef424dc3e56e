// SPDX-License-Identifier: Apache-2.0
#include "engine/score/score_columns.hpp"

#include <algorithm>

namespace colonnade::engine {
namespace {

bool has_error(const Score& score) {
    return std::any_of(score.rules.begin(), score.rules.end(),
                       [](const auto& rule) { return rule.status == Status::Error; });
}

void resize(ScoreColumns& columns, std::size_t rows) {
    columns.rows = rows;
    columns.assessed.resize(rows);
    for (auto* column : {&columns.total, &columns.low, &columns.high, &columns.share_assessed})
        column->resize(rows);
    for (auto& pillar : columns.pillars) {
        pillar.assessed.resize(rows);
        for (auto* column :
             {&pillar.points, &pillar.of, &pillar.low, &pillar.high, &pillar.withheld})
            column->resize(rows);
    }
    for (auto& rule : columns.rules) {
        rule.status.resize(rows);
        rule.points.resize(rows);
        rule.of.resize(rows);
    }
}

}  // namespace

const ScoreColumns& BatchScorer::score(const Batch& batch) {
    columns_.pillars.resize(rulebook_.pillars.size());
    columns_.rules.resize(program_.rules.size());
    resize(columns_, batch.rows);
    Evaluator evaluator(program_, rulebook_, batch, functions_);
    evaluator.run();
    BoundEvaluator bounds(program_, batch, evaluator);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        auto score = score_row(rulebook_, program_, evaluator, batch, row);
        const bool open = batch.incomplete[row] != 0 || has_error(score);
        if (open) bounds.run(row);
        add_bounds(rulebook_, program_, open ? &bounds : nullptr, batch, row, score);
        take(score, row);
    }
    return columns_;
}

void BatchScorer::take(const Score& score, std::size_t row) {
    columns_.assessed[row] = score.total.has_value() ? 1 : 0;
    columns_.total[row] = score.total.value_or(0);
    columns_.low[row] = score.low;
    columns_.high[row] = score.high;
    columns_.share_assessed[row] = score.assessed;
    for (std::size_t p = 0; p < score.pillars.size(); ++p) {
        const auto& pillar = score.pillars[p];
        auto& column = columns_.pillars[p];
        column.assessed[row] = pillar.points.has_value() ? 1 : 0;
        column.points[row] = pillar.points.value_or(0);
        column.of[row] = pillar.of;
        column.low[row] = pillar.low;
        column.high[row] = pillar.high;
        column.withheld[row] = pillar.withheld;
    }
    for (std::size_t r = 0; r < score.rules.size(); ++r) {
        columns_.rules[r].status[row] = score.rules[r].status;
        columns_.rules[r].points[row] = score.rules[r].points;
        columns_.rules[r].of[row] = score.rules[r].of;
    }
}

}  // namespace colonnade::engine
