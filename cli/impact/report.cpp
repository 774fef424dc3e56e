// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/report.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/score/decimals.hpp"
#include "engine/score/rating.hpp"

namespace colonnade::cli {
namespace {

class Maker {
public:
    Maker(const engine::LoadedRulebook& before, const engine::LoadedRulebook& after,
          const std::string& language)
        : before_(before.rulebook), after_(after.rulebook) {
        report_.language = language;
        report_.before = book(before);
        report_.after = book(after);
        report_.has_ratings = !before_.ratings.empty() && !after_.ratings.empty();
    }

    ImpactReport make(const std::vector<RulePair>& pairs, Changes changes,
                      const ImpactGates& gates) {
        report_.changes = std::move(changes);
        add_rules(pairs);
        if (report_.has_ratings) add_ratings();
        for (auto& mover : report_.changes.movers.in_order())
            add_mover(std::move(mover));
        report_.gates = decide_impact(gates, report_.changes, report_.crossed);
        return std::move(report_);
    }

private:
    [[nodiscard]] ImpactBook book(const engine::LoadedRulebook& loaded) const {
        const auto& rulebook = loaded.rulebook;
        return {rulebook.id, std::string(rulebook.title.in(report_.language)), rulebook.edition,
                loaded.sha256};
    }

    [[nodiscard]] MaybeRating shown(const dsl::Rating& rating) const {
        return engine::RatingResult{rating.id, std::string(rating.title.in(report_.language)),
                                    rating.colour, rating.sign};
    }

    [[nodiscard]] MaybeRating rating_at(const dsl::Rulebook& rulebook, int index) const {
        if (index == NotScored) return std::nullopt;
        return shown(rulebook.ratings[static_cast<std::size_t>(index)]);
    }

    [[nodiscard]] MaybeRating rating_of(const dsl::Rulebook& rulebook, int tenths) const {
        const auto* found = engine::find_rating(rulebook, engine::Decimals(1).value(tenths), 100);
        return found == nullptr ? std::nullopt : shown(*found);
    }

    void add_rules(const std::vector<RulePair>& pairs) {
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto& pair = pairs[i];
            const auto in = !pair.before  ? ImpactRule::In::Added
                            : !pair.after ? ImpactRule::In::Removed
                                          : ImpactRule::In::Both;
            report_.rules.push_back(
                {pair.name, std::string(pair.rule->title.in(report_.language)), in, i});
        }
        const auto weight = [&](const ImpactRule& rule) {
            const auto& change = report_.changes.rules[rule.place];
            return std::pair(std::abs(change.sum), change.people);
        };
        std::stable_sort(
            report_.rules.begin(), report_.rules.end(),
            [&](const ImpactRule& a, const ImpactRule& b) { return weight(a) > weight(b); });
    }

    void add_ratings() {
        for (const auto& [from_to, people] : report_.changes.ratings) {
            const auto& [from, to] = from_to;
            report_.ratings.push_back({rating_at(before_, from), rating_at(after_, to), people});
            if (report_.ratings.back().is_crossing()) report_.crossed += people;
        }
    }

    void add_mover(Mover mover) {
        const auto before = rating_of(before_, mover.before);
        const auto after = rating_of(after_, mover.after);
        report_.movers.push_back({std::move(mover), before, after});
    }

    const dsl::Rulebook& before_;
    const dsl::Rulebook& after_;
    ImpactReport report_;
};

}  // namespace

bool RatingStep::is_crossing() const {
    if (before && after) return before->id != after->id;
    return before.has_value() != after.has_value();
}

ImpactReport make_impact_report(const engine::LoadedRulebook& before,
                                const engine::LoadedRulebook& after,
                                const std::vector<RulePair>& pairs, Changes changes,
                                const ImpactGates& gates, const std::string& language) {
    return Maker(before, after, language).make(pairs, std::move(changes), gates);
}

}  // namespace colonnade::cli
