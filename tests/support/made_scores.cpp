// SPDX-License-Identifier: Apache-2.0
#include "tests/support/made_scores.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace colonnade::tests {
namespace {

using engine::Status;

// Chance of our own, so that every machine makes the same.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed * 2 + 1) {}
    std::uint64_t below(std::uint64_t end) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return (state_ >> 33U) % end;
    }
    bool percent(int share) { return below(100) < static_cast<std::uint64_t>(share); }
    double part() { return static_cast<double>(below(1U << 30U)) / (1U << 30U); }

private:
    std::uint64_t state_;
};

dsl::Rulebook make_rulebook(const MadeSize& size) {
    dsl::Rulebook rulebook;
    for (std::size_t p = 0; p < size.pillars; ++p) {
        dsl::Pillar pillar;
        pillar.id = fmt::format("pillar-{}", p);
        pillar.weight = 1 + static_cast<double>(p % 3);
        for (std::size_t r = 0; r < size.rules; ++r) {
            dsl::Rule rule;
            rule.id = fmt::format("rule-of-some-name-{}", r);
            rule.points = 1 + static_cast<double>(r * 7 % 5);
            pillar.rules.push_back(std::move(rule));
        }
        rulebook.pillars.push_back(std::move(pillar));
    }
    rulebook.ratings.resize(3);
    for (std::size_t i = 0; i < rulebook.ratings.size(); ++i) {
        rulebook.ratings[i].id = fmt::format("rating-{}", i);
        rulebook.ratings[i].from = static_cast<double>(i) / 4;
    }
    return rulebook;
}

// Every rule has a kind: it passes or not, has steps, or any share.
double share_of(std::size_t rule, Chance& chance) {
    if (rule % 3 == 0) return chance.percent(60) ? 1 : 0;
    if (rule % 3 == 1) return static_cast<double>(chance.below(5)) / 4;
    return chance.part();
}

class Row {
public:
    Row(MadeScores& made, std::size_t row, Chance& chance)
        : rulebook_(made.rulebook), scores_(made.scores), row_(row), chance_(chance) {}

    void make(int assessed) {
        const int share = chance_.percent(2) ? 0 : assessed;
        for (auto& rule : scores_.rules)
            rule.status.push_back(chance_.percent(share) ? Status::Assessed : other_status());
        for (std::size_t p = 0; p < rulebook_.pillars.size(); ++p)
            weight_ += points_assessed(p) > 0 ? rulebook_.pillars[p].weight : 0;
        for (std::size_t p = 0; p < rulebook_.pillars.size(); ++p)
            make_pillar(p);
        const bool is_exact = chance_.percent(70);
        scores_.assessed.push_back(weight_ > 0 ? 1 : 0);
        scores_.total.push_back(std::clamp(total_, 0.0, 100.0));
        scores_.low.push_back(is_exact ? scores_.total.back() : total_ * chance_.part());
        scores_.high.push_back(is_exact ? scores_.total.back()
                                        : std::min(100.0, total_ + 9 * chance_.part()));
        scores_.share_assessed.push_back(weight_ > 0 ? chance_.part() : 0);
    }

private:
    Status other_status() { return static_cast<Status>(1 + chance_.below(3)); }

    [[nodiscard]] std::size_t rule_at(std::size_t pillar, std::size_t rule) const {
        return pillar * rulebook_.pillars[pillar].rules.size() + rule;
    }

    [[nodiscard]] double points_assessed(std::size_t p) const {
        const auto& rules = rulebook_.pillars[p].rules;
        double points = 0;
        for (std::size_t r = 0; r < rules.size(); ++r) {
            if (scores_.rules[rule_at(p, r)].status[row_] == Status::Assessed)
                points += rules[r].points;
        }
        return points;
    }

    void make_pillar(std::size_t p) {
        const auto& pillar = rulebook_.pillars[p];
        const auto in_all = points_assessed(p);
        const double of = in_all > 0 ? 100 * (pillar.weight / weight_) : 0;
        const double scale = in_all > 0 ? of / in_all : 0;
        double earned = 0;
        for (std::size_t r = 0; r < pillar.rules.size(); ++r) {
            auto& rule = scores_.rules[rule_at(p, r)];
            const bool is_part = rule.status[row_] == Status::Assessed;
            const double share = share_of(r, chance_);
            rule.points.push_back(is_part ? scale * pillar.rules[r].points * share : 0);
            earned += is_part ? pillar.rules[r].points * share : 0;
        }
        const double mean = in_all > 0 ? earned / in_all : 0;
        const double share = chance_.percent(5) ? std::min(mean, 0.5) : mean;
        auto& column = scores_.pillars[p];
        column.assessed.push_back(in_all > 0 ? 1 : 0);
        column.points.push_back(of * share);
        column.of.push_back(of);
        column.scale.push_back(scale);
        column.withheld.push_back(share < mean ? of * share - of * mean : 0);
        total_ += of * share;
    }

    const dsl::Rulebook& rulebook_;
    engine::ScoreColumns& scores_;
    std::size_t row_;
    Chance& chance_;
    double weight_ = 0;
    double total_ = 0;
};

}  // namespace

MadeScores make_scores(const MadeSize& size, std::uint64_t seed) {
    Chance chance(seed);
    MadeScores made;
    made.rulebook = make_rulebook(size);
    made.scores.pillars.resize(size.pillars);
    made.scores.rules.resize(size.pillars * size.rules);
    for (std::size_t row = 0; row < size.rows; ++row) {
        Row(made, row, chance).make(size.assessed);
        made.batch.ids.push_back(fmt::format("profile-{}", 10'000 + row));
        made.batch.as_of.push_back(static_cast<std::int64_t>(1'795'219'199'000'000));
    }
    made.scores.rows = made.batch.rows = size.rows;
    return made;
}

}  // namespace colonnade::tests
