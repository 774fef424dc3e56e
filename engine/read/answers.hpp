// SPDX-License-Identifier: Apache-2.0
// Facts that a person states where the data is silent: `--fact photo=true` or an answers file.
#pragma once

#include <vector>

#include "dsl/facts/stated.hpp"
#include "dsl/rulebook/read.hpp"
#include "dsl/text/diagnostic.hpp"
#include "dsl/types/catalogue.hpp"

namespace colonnade::engine {

using dsl::StatedField;
using dsl::StatedValue;

struct StatedFact {
    int fact = -1;
    bool unknown = false;                            // whatever the document says
    StatedValue value;                               // of a scalar
    std::vector<std::vector<StatedField>> elements;  // of a list
};

using Answers = std::vector<StatedFact>;

// A map from fact to value, as a person writes it: `photo: true`, `followers: 1200`,
// `groups: [{name: Analysts}]`. An empty value says nothing and is passed over.
[[nodiscard]] Answers read_answers(const dsl::Document& document, const dsl::Catalogue& catalogue,
                                   dsl::Diagnostics& diagnostics);

}  // namespace colonnade::engine
