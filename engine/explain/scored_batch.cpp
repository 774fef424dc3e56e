// SPDX-License-Identifier: Apache-2.0
#include "engine/explain/scored_batch.hpp"

#include <algorithm>
#include <cmath>

#include "engine/bounds/bound_evaluator.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/score/provisional.hpp"
#include "engine/score/rating.hpp"
#include "engine/score/total_bounds.hpp"

namespace colonnade::engine {
namespace {

bool has_error(const Score& score) {
    return std::any_of(score.rules.begin(), score.rules.end(),
                       [](const auto& rule) { return rule.status == Status::Error; });
}

RuleResult explain_rule(const ScoredBatch& scored, const dsl::Rule& rule, std::size_t index,
                        std::size_t row, std::string_view language) {
    const auto& compiled = scored.loaded().program.rules[index];
    const auto& score = scored.score(row).rules[index];
    const auto& evaluator = scored.evaluator();
    RuleResult result;
    result.id = rule.id;
    result.title = rule.title.in(language);
    result.status = score.status;
    result.points = score.points;
    result.of = score.of;
    result.share = score.share;
    result.worth = score.worth;
    result.by_default = score.by_default;
    result.type = scored.loaded().program.at(compiled.measure).type;
    result.because = rule.because.text.in(language);
    result.source = rule.because.source;
    result.evidence = rule.because.evidence;
    if (const auto& slot = evaluator.slot(compiled.measure); slot.known[row] != 0) {
        result.value = slot.value[row];
        result.shown = value_text(slot.value[row], result.type, rule.curve.display, language);
    }
    if (scored.loaded().program.at(compiled.measure).op != dsl::Op::Refused)
        result.target = target_text(rule.curve, result.type, TargetStyle::Full, language);
    result.left_out = evaluator.left_out(compiled.measure, row);
    for (const int part : {compiled.measure, compiled.condition}) {
        if (part < 0) continue;
        if (const auto* why = evaluator.failure(part, row)) result.failure = *why;
    }
    if (score.status == Status::Assessed)
        result.rating = rate(scored.loaded().rulebook, score.share, 1, language);
    return result;
}

// Judged by what is shown, and bounds are rounded away from the score.
void rate_bounds(const dsl::Rulebook& rulebook, Result& result) {
    constexpr double Slack = 1e-9;
    const bool exact = result.score && result.low == result.high;
    const double low = exact ? *result.score : std::floor(10 * result.low + Slack) / 10;
    const double high = exact ? *result.score : std::ceil(10 * result.high - Slack) / 10;
    result.rating_low = rate(rulebook, low, 100, result.language);
    result.rating_high = rate(rulebook, high, 100, result.language);
}

}  // namespace

ScoredBatch::ScoredBatch(const LoadedRulebook& loaded, const Batch& batch, FunctionHost& functions,
                         std::span<const Override> held)
    : loaded_(loaded),
      batch_(batch),
      evaluator_(loaded.program, loaded.rulebook, batch, functions) {
    evaluator_.hold(held);
    evaluator_.run();
    BoundEvaluator bounds(loaded.program, evaluator_);
    TotalBounds total(loaded.rulebook, loaded.program);
    for (std::size_t row = 0; row < batch.rows; ++row) {
        auto score = score_row(loaded.rulebook, loaded.program, evaluator_, row);
        const bool open = batch.incomplete[row] != 0 || has_error(score);
        if (open) bounds.run(row);
        total.add(open ? &bounds : nullptr, row, score);
        scores_.push_back(std::move(score));
    }
}

std::optional<RatingResult> rate(const dsl::Rulebook& rulebook, double part, double whole,
                                 std::string_view language) {
    const auto* found = find_rating(rulebook, part, whole);
    if (found == nullptr) return std::nullopt;
    return RatingResult{found->id, std::string(found->title.in(language)), found->colour,
                        found->sign};
}

Result ScoredBatch::explain(std::size_t row, std::string_view language) const {
    const auto& rulebook = loaded_.rulebook;
    const auto& score = scores_[row];
    Result result;
    result.rulebook = rulebook.id;
    result.rulebook_title = rulebook.title.in(language);
    result.edition = rulebook.edition;
    result.sha256 = loaded_.sha256;
    result.language = language;
    result.profile = batch_.ids[row];
    result.as_of = batch_.as_of[row] / MicrosPerSecond;
    result.stated = batch_.stated[row];
    result.score = score.total;
    result.low = score.low;
    result.high = score.high;
    result.assessed = score.assessed;
    result.provisional = is_provisional(score.assessed);
    if (score.total) result.rating = rate(rulebook, *score.total, 100, language);
    rate_bounds(rulebook, result);
    std::size_t index = 0;
    for (std::size_t p = 0; p < rulebook.pillars.size(); ++p) {
        const auto& pillar = rulebook.pillars[p];
        const auto& points = score.pillars[p];
        PillarResult shown{pillar.id,
                           std::string(pillar.title.in(language)),
                           points.points,
                           points.of,
                           points.low,
                           points.high,
                           points.withheld,
                           {},
                           {}};
        if (points.points) shown.rating = rate(rulebook, *points.points, points.of, language);
        for (const auto& rule : pillar.rules)
            shown.rules.push_back(explain_rule(*this, rule, index++, row, language));
        result.pillars.push_back(std::move(shown));
    }
    result.tips = advise(*this, row, language);
    result.cautions = cautions(*this, row, language);
    result.failed_cautions = failed_cautions(*this, row);
    result.unknown = unknown_facts(*this, row, language);
    result.note = rulebook.note.in(language);
    return result;
}

}  // namespace colonnade::engine
