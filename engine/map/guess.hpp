// SPDX-License-Identifier: Apache-2.0
// A mapping proposed for a table: by the names of its columns, in all languages of the schema, and
// by what stands in them. What is not sure stays a comment.
#pragma once

#include <string>

#include "dsl/types/catalogue.hpp"

namespace colonnade::engine {

struct GuessedMapping {
    std::string yaml;     // a mapping file
    std::string problem;  // why there is none, or empty
};

[[nodiscard]] GuessedMapping guess_mapping(const dsl::Catalogue& catalogue, std::string content);

}  // namespace colonnade::engine
