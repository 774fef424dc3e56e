// SPDX-License-Identifier: Apache-2.0
// Shows the work: every piece of every rule's expressions with its value. Reads what evaluation has
// left; nothing is computed for it beforehand.
#pragma once

#include <cstddef>

#include "engine/explain/scored_batch.hpp"

namespace colonnade::engine {

// Adds the pieces to the rules of `result`, which `scored` gave for that row.
void add_parts(const ScoredBatch& scored, std::size_t row, Result& result);

}  // namespace colonnade::engine
