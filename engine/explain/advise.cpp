// SPDX-License-Identifier: Apache-2.0
// Tips and cautions. A tip's gain is exact: the profile is scored again with the program node of
// that measure moved to its target, and with it everything that uses the same node.
#include <algorithm>
#include <cmath>

#include "engine/explain/fill.hpp"
#include "engine/explain/scored_batch.hpp"
#include "engine/explain/tip_cost.hpp"
#include "engine/explain/value_text.hpp"

namespace colonnade::engine {
namespace {

// Gains are compared as machine formats show them.
constexpr double LeastGain = 0.00005;

class Adviser {
public:
    Adviser(const ScoredBatch& scored, std::size_t row, std::string_view language)
        : scored_(scored), loaded_(scored.loaded()), row_(row), language_(language) {}

    std::vector<TipResult> advise() {
        std::size_t index = 0;
        for (const auto& pillar : loaded_.rulebook.pillars) {
            for (const auto& rule : pillar.rules) {
                if (auto tip = tip_for(pillar, rule, index)) tips_.push_back(std::move(*tip));
                ++index;
            }
        }
        std::stable_sort(tips_.begin(), tips_.end(), comes_first);
        return std::move(tips_);
    }

private:
    // Most gain for the effort, then most gain, then the rulebook's order. Without a gain: last.
    static bool comes_first(const TipResult& a, const TipResult& b) {
        if (a.gain.has_value() != b.gain.has_value()) return a.gain.has_value();
        if (!a.gain) return false;
        const double rate_a = *a.gain * b.total_minutes;
        const double rate_b = *b.gain * a.total_minutes;
        return rate_a != rate_b ? rate_a > rate_b : *a.gain > *b.gain;
    }

    std::optional<TipResult> tip_for(const dsl::Pillar& pillar, const dsl::Rule& rule,
                                     std::size_t index) {
        const auto& score = scored_.score(row_).rules[index];
        const bool open = score.status == Status::Unknown;
        if (rule.tip.empty() || score.status == Status::NotApplicable ||
            score.status == Status::Error)
            return std::nullopt;
        const int measure = loaded_.program.rules[index].measure;
        if (!loaded_.program.at(measure).can_differ()) return std::nullopt;
        const auto& slot = scored_.evaluator().slot(measure);
        const std::optional<double> value =
            slot.known[row_] != 0 ? std::optional(slot.value[row_]) : std::nullopt;
        const double target =
            value ? dsl::target_from(rule.curve, *value) : dsl::nearest_edge(rule.curve);
        if (value && *value == target) return std::nullopt;
        TipResult tip;
        tip.rule = pillar.id + "." + rule.id;
        tip.title = rule.title.in(language_);
        if (!open && !reckon(measure, target, tip)) return std::nullopt;
        if (open && !value) {
            for (const int fact : unknown_facts_of(scored_, index, row_)) {
                tip.needs.push_back(loaded_.catalogue.facts[static_cast<std::size_t>(fact)].name);
            }
            // Nothing unknown, yet no value: there is nothing to advise from.
            if (tip.needs.empty()) return std::nullopt;
        } else if (open) {
            return std::nullopt;
        }
        const auto& type = loaded_.program.at(measure).type;
        std::optional<double> gain;
        if (tip.score_after)
            gain = shown_gain(scored_.score(row_).total.value_or(0), *tip.score_after);
        const Filling filling{scored_, row_, language_,         &rule, &type, value,
                              target,  gain, rule.curve.display};
        const auto text = fill(rule.tip, filling);
        if (!text) return std::nullopt;
        tip.text = *text;
        const auto cost = tip_cost(rule, type, value, target, weeks_of_horizon(loaded_.rulebook));
        tip.minutes = cost.minutes;
        tip.per = cost.per;
        tip.total_minutes = cost.total_minutes;
        return tip;
    }

    // False where the tip gains nothing or would raise a caution.
    bool reckon(int measure, double target, TipResult& tip) const {
        const auto moved = scored_.evaluator().with({measure, target});
        const auto after = score_row(loaded_.rulebook, loaded_.program, moved, row_);
        const double before = scored_.score(row_).total.value_or(0);
        if (!after.total || *after.total - before < LeastGain) return false;
        for (const int caution : loaded_.program.cautions) {
            if (is_raised(moved, caution, row_) && !is_raised(scored_.evaluator(), caution, row_))
                return false;
        }
        tip.gain = *after.total - before;
        tip.score_after = after.total;
        return true;
    }

    const ScoredBatch& scored_;
    const LoadedRulebook& loaded_;
    std::size_t row_;
    std::string_view language_;
    std::vector<TipResult> tips_;
};

}  // namespace

bool is_raised(const Evaluator& evaluator, int caution, std::size_t row) {
    const auto& slot = evaluator.slot(caution);
    return slot.known[row] != 0 && slot.value[row] != 0;
}

std::vector<TipResult> advise(const ScoredBatch& scored, std::size_t row,
                              std::string_view language) {
    return Adviser(scored, row, language).advise();
}

std::vector<CautionResult> cautions(const ScoredBatch& scored, std::size_t row,
                                    std::string_view language) {
    const auto& loaded = scored.loaded();
    std::vector<CautionResult> raised;
    for (std::size_t c = 0; c < loaded.rulebook.cautions.size(); ++c) {
        const auto& caution = loaded.rulebook.cautions[c];
        if (!is_raised(scored.evaluator(), loaded.program.cautions[c], row)) continue;
        Filling filling{scored, row, language, nullptr, nullptr, {}, 0, {}, caution.display};
        if (caution.value >= 0) {
            const int instruction = loaded.program.places[static_cast<std::size_t>(caution.value)];
            filling.type = &loaded.program.at(instruction).type;
            if (filling.type->is(dsl::Kind::Text)) {
                filling.text_node = caution.value;
            } else if (const auto& slot = scored.evaluator().slot(instruction);
                       slot.known[row] != 0) {
                filling.value = slot.value[row];
            }
        }
        if (const auto text = fill(caution.text, filling)) {
            raised.push_back({caution.id, std::string(caution.title.in(language)), *text});
        }
    }
    return raised;
}

std::vector<FailedCaution> failed_cautions(const ScoredBatch& scored, std::size_t row) {
    const auto& loaded = scored.loaded();
    std::vector<FailedCaution> failed;
    for (std::size_t c = 0; c < loaded.rulebook.cautions.size(); ++c) {
        if (const auto* why = scored.evaluator().failure(loaded.program.cautions[c], row))
            failed.push_back({loaded.rulebook.cautions[c].id, *why});
    }
    return failed;
}

}  // namespace colonnade::engine
