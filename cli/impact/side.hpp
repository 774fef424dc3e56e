// SPDX-License-Identifier: Apache-2.0
// What one of the two rulebooks makes of each person, as results show it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "cli/impact/changes.hpp"
#include "cli/table/figures.hpp"
#include "cli/table/shown_figures.hpp"
#include "dsl/rulebook/rulebook.hpp"
#include "engine/score/score_columns.hpp"

namespace colonnade::cli {

class Side {
public:
    using Block = ShownFigures::Block;

    explicit Side(const dsl::Rulebook& rulebook);
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;

    // Begins with other scores, which must outlive what is asked of them.
    void open(const engine::ScoreColumns& scores);
    // Goes on to some of their people.
    void take(const Block& block);

    // Turns to one of them; what follows is about that person.
    void look_at(std::size_t row) { row_ = row; }
    [[nodiscard]] bool is_scored() const { return units_at(FigurePlaces::Score) >= 0; }
    [[nodiscard]] bool is_provisional() const;
    // In ten-thousandths; 0 without a score.
    [[nodiscard]] std::int64_t score() const { return points_at(FigurePlaces::Score); }
    [[nodiscard]] int tenths() const { return tenths_at(FigurePlaces::Score); }
    [[nodiscard]] int rating() const { return is_scored() ? ratings_[tenths_index()] : NotScored; }
    // Of a rule, by its index over all pillars; 0 where it was not assessed.
    [[nodiscard]] std::int64_t rule(std::size_t index) const {
        return points_at(places_.first_rule + index);
    }
    [[nodiscard]] int rule_tenths(std::size_t index) const {
        return tenths_at(places_.first_rule + index);
    }
    // By how much the score is less than its rules add up to, 0 or below.
    [[nodiscard]] std::int64_t withheld() const;

private:
    [[nodiscard]] std::int32_t units_at(std::size_t place) const {
        return shown_.units()[place][row_];
    }
    [[nodiscard]] std::int64_t points_at(std::size_t place) const {
        const auto units = units_at(place);
        return units < 0 ? 0 : units;
    }
    [[nodiscard]] int tenths_at(std::size_t place) const;
    [[nodiscard]] std::size_t tenths_index() const { return static_cast<std::size_t>(tenths()); }

    FigurePlaces places_;
    const engine::ScoreColumns* scores_ = nullptr;
    std::vector<engine::PartColumn> figures_;
    ShownFigures shown_;
    std::vector<int> ratings_;  // of each score in tenths
    std::size_t first_ = 0;     // of the block
    std::size_t row_ = 0;       // in the block
};

}  // namespace colonnade::cli
