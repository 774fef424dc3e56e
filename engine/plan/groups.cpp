// SPDX-License-Identifier: Apache-2.0
// Read off the program: a choice moves its measure and all that uses it. Two choices belong
// together where they move the same rule or caution, or rules of a pillar whose points do not
// simply add up: one with a cap, or one in which a rule may come to count or to drop out. Where a
// whole pillar may come or go, all weights shift, and everything belongs together.
#include "engine/plan/groups.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace colonnade::engine {
namespace {

class Grouping {
public:
    Grouping(const ScoredBatch& scored, std::size_t row, const std::vector<PlanChoice>& choices)
        : loaded_(scored.loaded()), score_(scored.score(row)), choices_(choices) {
        group_of_.resize(choices.size());
        std::iota(group_of_.begin(), group_of_.end(), std::size_t{0});
        for (const auto& choice : choices)
            moved_.push_back(moved_by(choice.instruction));
    }

    std::vector<PlanGroup> groups() {
        for (const int caution : loaded_.program.cautions)
            join_movers({caution});
        std::size_t first = 0;
        for (std::size_t p = 0; p < loaded_.rulebook.pillars.size(); ++p) {
            look_at_pillar(p, first);
            first += loaded_.rulebook.pillars[p].rules.size();
        }
        return collected();
    }

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    std::vector<std::uint8_t> moved_by(int instruction) const {
        std::vector<std::uint8_t> moved(loaded_.program.code.size(), 0);
        moved[index(instruction)] = 1;
        for (std::size_t i = index(instruction) + 1; i < moved.size(); ++i) {
            for (const int part : loaded_.program.parts_of(static_cast<int>(i)))
                moved[i] = moved[i] | moved[index(part)];
        }
        return moved;
    }

    bool moves(std::size_t choice, int instruction) const {
        return instruction >= 0 && moved_[choice][index(instruction)] != 0;
    }

    // All choices that move one of the instructions.
    std::vector<std::size_t> movers(const std::vector<int>& instructions) const {
        std::vector<std::size_t> found;
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            if (std::any_of(instructions.begin(), instructions.end(),
                            [&](int i) { return moves(c, i); }))
                found.push_back(c);
        }
        return found;
    }

    void join_movers(const std::vector<int>& instructions) { join(movers(instructions)); }

    void join(const std::vector<std::size_t>& choices) {
        for (std::size_t i = 1; i < choices.size(); ++i) {
            const auto from = group_of_[choices[i]];
            const auto to = group_of_[choices[0]];
            std::replace(group_of_.begin(), group_of_.end(), from, to);
        }
    }

    // True where the rule may begin or cease to be assessed: anything but its own measure moves it,
    // or it is not assessed today.
    bool may_change_status(std::size_t rule) const {
        const auto& compiled = loaded_.program.rules[rule];
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            if (moves(c, compiled.condition)) return true;
            if (!moves(c, compiled.measure)) continue;
            const bool is_own = choices_[c].instruction == compiled.measure;
            if (!is_own || score_.rules[rule].status != Status::Assessed) return true;
        }
        return false;
    }

    // True where a cap is in force, or may come to be.
    bool may_hold_back(const dsl::Rule& rule, std::size_t index) const {
        return rule.cap && (score_.rules[index].share == 0 ||
                            !movers({loaded_.program.rules[index].measure}).empty());
    }

    void look_at_pillar(std::size_t pillar, std::size_t first) {
        const auto& rules = loaded_.rulebook.pillars[pillar].rules;
        std::vector<int> all;
        bool is_sum = true;
        bool is_certain = false;  // that something in it stays assessed, or nothing will be
        bool is_moved = false;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            const auto& compiled = loaded_.program.rules[first + r];
            const std::vector<int> own{compiled.measure, compiled.condition};
            all.insert(all.end(), own.begin(), own.end());
            join_movers(own);
            const bool changes = may_change_status(first + r);
            is_moved = is_moved || changes;
            is_sum = is_sum && !changes && !may_hold_back(rules[r], first + r);
            is_certain =
                is_certain || (!changes && score_.rules[first + r].status == Status::Assessed);
        }
        if (!is_sum) join_movers(all);
        if (is_moved && !is_certain) is_everything_one_ = true;
    }

    double room_in(const std::vector<std::size_t>& choices) const {
        double room = 0;
        std::size_t first = 0;
        for (std::size_t p = 0; p < loaded_.rulebook.pillars.size(); ++p) {
            const auto count = loaded_.rulebook.pillars[p].rules.size();
            bool touched = false;
            for (std::size_t r = first; r < first + count; ++r) {
                const auto& compiled = loaded_.program.rules[r];
                touched = touched || std::any_of(choices.begin(), choices.end(), [&](auto c) {
                              return moves(c, compiled.measure) || moves(c, compiled.condition);
                          });
            }
            if (touched) room += score_.pillars[p].of - score_.pillars[p].points.value_or(0);
            first += count;
        }
        return room;
    }

    std::vector<PlanGroup> collected() const {
        std::vector<PlanGroup> groups;
        std::vector<std::ptrdiff_t> place(choices_.size(), -1);
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            auto& at = place[is_everything_one_ ? 0 : group_of_[c]];
            if (at < 0) {
                at = static_cast<std::ptrdiff_t>(groups.size());
                groups.emplace_back();
            }
            groups[static_cast<std::size_t>(at)].choices.push_back(c);
        }
        for (auto& group : groups) {
            group.most_gain =
                is_everything_one_ ? 100 - score_.total.value_or(0) : room_in(group.choices);
        }
        return groups;
    }

    const LoadedRulebook& loaded_;
    const Score& score_;
    const std::vector<PlanChoice>& choices_;
    std::vector<std::vector<std::uint8_t>> moved_;  // per choice and instruction
    std::vector<std::size_t> group_of_;             // per choice
    bool is_everything_one_ = false;
};

}  // namespace

std::vector<PlanGroup> plan_groups(const ScoredBatch& scored, std::size_t row,
                                   const std::vector<PlanChoice>& choices) {
    return Grouping(scored, row, choices).groups();
}

PlanGroup one_plan_group(const ScoredBatch& scored, std::size_t row,
                         const std::vector<PlanChoice>& choices) {
    PlanGroup all{{}, 100 - scored.score(row).total.value_or(0)};
    for (std::size_t c = 0; c < choices.size(); ++c)
        all.choices.push_back(c);
    return all;
}

}  // namespace colonnade::engine
