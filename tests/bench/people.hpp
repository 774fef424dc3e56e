// SPDX-License-Identifier: Apache-2.0
// NDJSON of people who do not exist, made for measuring readers: flat, an id and 47 facts, and
// deep, 20 facts and four lists.
#pragma once

#include <string>

#include "dsl/types/catalogue.hpp"
#include "engine/column/batch.hpp"

namespace colonnade::bench {

struct People {
    dsl::Catalogue catalogue;
    engine::Projection projection;  // what a scorecard would ask for
    std::string lines;
    std::size_t count = 0;
};

// The same people every time.
[[nodiscard]] People flat_people(std::size_t count);
[[nodiscard]] People deep_people(std::size_t count);

}  // namespace colonnade::bench
