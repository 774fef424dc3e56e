// SPDX-License-Identifier: Apache-2.0
// A table as one would write it cell by cell, with a sort for the gaps and one for the rounding.
#pragma once

#include <cstddef>
#include <string>

#include "cli/table/writer.hpp"
#include "tests/support/made_scores.hpp"

namespace colonnade::tests {

// Ids must need no quotes.
[[nodiscard]] std::string reference_table(const MadeScores& made, const cli::Table& table);

}  // namespace colonnade::tests
