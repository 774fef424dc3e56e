// SPDX-License-Identifier: Apache-2.0
// A program that was compiled against one schema, run on data of two that were joined.
#pragma once

#include "dsl/types/join_catalogues.hpp"
#include "engine/program/program.hpp"

namespace colonnade::engine {

// Puts the facts that `program` names where they lie in `joined`, whose second catalogue it was
// compiled against.
void move_facts(Program& program, const dsl::JoinedCatalogue& joined);

// Which facts of `joined` two programs need: one of the first catalogue, and one that was moved.
[[nodiscard]] Projection needed_by_both(const dsl::JoinedCatalogue& joined, const Program& first,
                                        const Program& moved);

}  // namespace colonnade::engine
