// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/column/batch.hpp"

namespace colonnade::engine {

Projection Projection::all(const dsl::Catalogue& catalogue) {
    auto projection = none(catalogue);
    std::fill(projection.facts.begin(), projection.facts.end(), std::uint8_t{1});
    for (auto& fields : projection.fields)
        std::fill(fields.begin(), fields.end(), std::uint8_t{1});
    return projection;
}

Projection Projection::none(const dsl::Catalogue& catalogue) {
    Projection projection;
    projection.facts.resize(catalogue.facts.size());
    for (const auto& fact : catalogue.facts)
        projection.fields.emplace_back(fact.fields.size());
    return projection;
}

}  // namespace colonnade::engine
