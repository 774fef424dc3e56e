// SPDX-License-Identifier: Apache-2.0
// Two schemas as one, so that data are read once for rulebooks that name either.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "dsl/types/catalogue.hpp"

namespace colonnade::dsl {

struct JoinedCatalogue {
    // The first one's facts in their places, then those that only the second knows; fields of lists
    // likewise. The functions are the first one's.
    Catalogue catalogue;
    std::vector<int> facts;                // of each fact of the second one, its place
    std::vector<std::vector<int>> fields;  // of each field of that fact, its place
};

// What both know and mean differently.
struct CatalogueConflict {
    std::string fact;  // `followers`, `posts.kind`
    std::string what;  // what differs: "kind", "values", "bounds"
};

[[nodiscard]] std::variant<JoinedCatalogue, CatalogueConflict> join_catalogues(
    const Catalogue& first, const Catalogue& second);

}  // namespace colonnade::dsl
