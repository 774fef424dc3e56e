// SPDX-License-Identifier: Apache-2.0
#include "engine/score/rating.hpp"

#include <cmath>

namespace colonnade::engine {

const dsl::Rating* find_rating(const dsl::Rulebook& rulebook, double part, double whole) {
    if (rulebook.ratings.empty() || !(whole > 0)) return nullptr;
    const double shown = std::round(1000 * part / whole) / 1000;
    const dsl::Rating* found = &rulebook.ratings.front();
    for (const auto& rating : rulebook.ratings) {
        if (shown >= rating.from) found = &rating;
    }
    return found;
}

}  // namespace colonnade::engine
