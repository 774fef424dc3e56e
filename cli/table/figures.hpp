// SPDX-License-Identifier: Apache-2.0
// The figures of a table row by row, as they are written, out of columns that hold them one below
// the other.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "dsl/rulebook/rulebook.hpp"
#include "engine/score/score_columns.hpp"
#include "engine/score/shared_points.hpp"

namespace colonnade::cli {

// Where each figure of a row lies.
struct FigurePlaces {
    static constexpr std::size_t Score = 0;
    static constexpr std::size_t Low = 1;
    static constexpr std::size_t High = 2;
    static constexpr std::size_t Assessed = 3;
    static constexpr std::size_t FirstPillar = 4;

    explicit FigurePlaces(const dsl::Rulebook& rulebook);

    // What adds up lies side by side, in whole lanes; the rest of the last one holds no points.
    struct Group {
        std::size_t first = 0;
        std::size_t size = 0;
    };
    Group pillars{FirstPillar, 0};
    std::vector<Group> pillar_rules;  // of each pillar
    std::vector<std::size_t> rules;   // each rule of all pillars
    [[nodiscard]] std::size_t first_rule() const { return pillars.first + pillars.size; }
    std::size_t end = 0;
};

class Figures {
public:
    // So many rows are taken at once: each line of the processor's cache that holds values of a
    // column is used up, and all of them stay in its nearest cache.
    static constexpr std::size_t MostRows = 32;

    Figures(FigurePlaces places, bool with_rules);

    // At most MostRows rows from `first` on.
    void take(const engine::ScoreColumns& scores, std::size_t first);
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] const FigurePlaces& places() const { return places_; }

    // In the places of figures; NoPoints where nothing was assessed. Rules only if asked for.
    [[nodiscard]] std::span<const double> values(std::size_t row) const {
        return {values_.data() + row * places_.end, places_.end};
    }
    // What pillars and rules are out of, in their places; NoPoints as above.
    [[nodiscard]] std::span<const double> of(std::size_t row) const {
        return {of_.data() + row * places_.end, places_.end};
    }
    // What caps take away from each pillar.
    [[nodiscard]] std::span<const double> withheld(std::size_t row) const {
        return {withheld_.data() + row * withheld_size(), withheld_size()};
    }

private:
    [[nodiscard]] std::size_t withheld_size() const { return places_.pillar_rules.size(); }
    template <class IsKnown>
    void spread(const engine::Buffer<double>& column, const IsKnown& is_known, std::size_t place,
                std::vector<double>& to) const;

    FigurePlaces places_;
    bool with_rules_ = true;
    std::size_t first_ = 0;
    std::size_t rows_ = 0;
    std::vector<double> values_;
    std::vector<double> of_;
    std::vector<double> withheld_;
};

}  // namespace colonnade::cli
