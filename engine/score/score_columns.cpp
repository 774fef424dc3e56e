// SPDX-License-Identifier: Apache-2.0
#include "engine/score/score_columns.hpp"

#include <algorithm>

#include "engine/score/block_scorer.hpp"

namespace colonnade::engine {
namespace {

// What is computed for a block of profiles stays in the processor's cache until it is used: the
// more, the fewer values each of them takes. The elements of their lists should, too.
constexpr std::size_t MostBlockBytes = std::size_t{1} << 21U;
constexpr std::size_t MostBlockRows = 1024;
constexpr std::size_t UsualBlockRows = 256;
constexpr std::size_t MostBlockElements = 16384;
constexpr std::size_t LeastBlockRows = 8;

// The instructions that points depend on, in order: cautions and tips are for those who read them.
std::vector<int> needed_for_points(const Program& program) {
    std::vector<bool> needed(program.code.size(), false);
    for (const auto& rule : program.rules) {
        needed[static_cast<std::size_t>(rule.measure)] = true;
        if (rule.condition >= 0) needed[static_cast<std::size_t>(rule.condition)] = true;
    }
    std::vector<int> all;
    for (std::size_t i = needed.size(); i-- > 0;) {
        if (!needed[i]) continue;
        all.push_back(static_cast<int>(i));
        for (const int part : program.parts_of(static_cast<int>(i)))
            needed[static_cast<std::size_t>(part)] = true;
    }
    std::reverse(all.begin(), all.end());
    return all;
}

void resize(ScoreColumns& columns, std::size_t rows) {
    columns.rows = rows;
    columns.failed = 0;
    columns.assessed.resize(rows);
    for (auto* column : {&columns.total, &columns.low, &columns.high, &columns.share_assessed})
        column->resize(rows);
    for (auto& pillar : columns.pillars) {
        pillar.assessed.resize(rows);
        for (auto* column : {&pillar.points, &pillar.of, &pillar.scale, &pillar.withheld})
            column->resize(rows);
    }
    for (auto& rule : columns.rules) {
        rule.status.resize(rows);
        rule.points.resize(rows);
    }
}

}  // namespace

BatchScorer::BatchScorer(const dsl::Rulebook& rulebook, const Program& program,
                         FunctionHost& functions)
    : program_(program),
      evaluator_(program, rulebook, functions, needed_for_points(program)),
      bounds_(program, evaluator_),
      total_bounds_(rulebook, program),
      block_(std::make_unique<BlockScorer>(rulebook, program, evaluator_)) {
    columns_.pillars.resize(rulebook.pillars.size());
    columns_.rules.resize(program.rules.size());
    bounded_.pillars.resize(rulebook.pillars.size());
    bounded_.rules.resize(program.rules.size());
}

BatchScorer::~BatchScorer() = default;

const ScoreColumns& BatchScorer::score(const Batch& batch) {
    resize(columns_, batch.rows);
    evaluator_.begin(batch);
    const auto most = rows_of_block(batch);
    for (std::size_t row = 0; row < batch.rows; row += most) {
        const Range rows{row, std::min(most, batch.rows - row)};
        evaluator_.run(rows);
        block_->score(rows, columns_);
        bound(rows);
    }
    return columns_;
}

std::size_t BatchScorer::rows_of_block(const Batch& batch) const {
    std::size_t elements = 0;
    for (const auto& list : batch.lists)
        elements = std::max(elements, list.elements());
    if (elements == 0) {
        const auto bytes = std::max<std::size_t>(1, evaluator_.needed().size()) * sizeof(double);
        return std::clamp(MostBlockBytes / bytes, UsualBlockRows, MostBlockRows);
    }
    const auto of_row = elements / std::max<std::size_t>(1, batch.rows);
    return std::clamp(MostBlockElements / std::max<std::size_t>(1, of_row), LeastBlockRows,
                      UsualBlockRows);
}

void BatchScorer::bound(Range rows) {
    const auto& incomplete = evaluator_.batch().incomplete;
    for (auto row = rows.first; row < rows.end(); ++row) {
        const bool failed = evaluator_.has_failures() && has_error(row);
        if (failed) ++columns_.failed;
        if (failed || incomplete[row] != 0) bound_row(row);
    }
}

bool BatchScorer::has_error(std::size_t row) const {
    return std::any_of(columns_.rules.begin(), columns_.rules.end(),
                       [&](const RuleColumn& rule) { return rule.status[row] == Status::Error; });
}

void BatchScorer::bound_row(std::size_t row) {
    evaluator_.look_at(row);
    bounds_.run(row);
    bounded_.total.reset();
    if (columns_.assessed[row] != 0) bounded_.total = columns_.total[row];
    bounded_.low = 0;
    bounded_.high = 100;
    for (std::size_t p = 0; p < columns_.pillars.size(); ++p) {
        const auto& column = columns_.pillars[p];
        auto& pillar = bounded_.pillars[p];
        pillar.points.reset();
        if (column.assessed[row] != 0) pillar.points = column.points[row];
        pillar.of = column.of[row];
    }
    for (std::size_t r = 0; r < columns_.rules.size(); ++r) {
        auto& rule = bounded_.rules[r];
        rule.status = columns_.rules[r].status[row];
        rule.share = block_->share(r, row);
        rule.by_default = evaluator_.slot(program_.rules[r].measure).known[row] == 0;
    }
    total_bounds_.add(&bounds_, row, bounded_);
    columns_.low[row] = bounded_.low;
    columns_.high[row] = bounded_.high;
}

}  // namespace colonnade::engine
