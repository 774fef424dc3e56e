// SPDX-License-Identifier: Apache-2.0
#include "cli/impact/side.hpp"

#include "engine/score/decimals.hpp"
#include "engine/score/provisional.hpp"
#include "engine/score/rating.hpp"

namespace colonnade::cli {
namespace {

constexpr int MostTenths = 1000;

// A rulebook without ratings has one for everybody.
std::vector<int> ratings_by_tenths(const dsl::Rulebook& rulebook) {
    std::vector<int> ratings(MostTenths + 1, 0);
    for (int tenths = 0; tenths <= MostTenths && !rulebook.ratings.empty(); ++tenths) {
        const auto* found = engine::find_rating(rulebook, engine::Decimals(1).value(tenths), 100);
        ratings[static_cast<std::size_t>(tenths)] =
            static_cast<int>(found - rulebook.ratings.data());
    }
    return ratings;
}

}  // namespace

Side::Side(const dsl::Rulebook& rulebook)
    : places_(rulebook), shown_(places_, true), ratings_(ratings_by_tenths(rulebook)) {}

void Side::open(const engine::ScoreColumns& scores) {
    scores_ = &scores;
    find_figures(places_, scores, figures_);
}

void Side::take(const Block& block) {
    shown_.round(figures_, *scores_, block);
    first_ = block.first;
}

bool Side::is_provisional() const {
    return engine::is_provisional(figures_[FigurePlaces::Assessed].points[first_ + row_]);
}

int Side::tenths_at(std::size_t place) const {
    const auto& figure = figures_[place];
    const auto row = first_ + row_;
    return figure.is_present(row) ? static_cast<int>(engine::Decimals(1).units(figure.points[row]))
                                  : 0;
}

std::int64_t Side::withheld() const {
    auto withheld = score();
    for (auto place = places_.first_rule; place < places_.end; ++place)
        withheld -= points_at(place);
    return withheld;
}

}  // namespace colonnade::cli
