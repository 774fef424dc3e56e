// SPDX-License-Identifier: Apache-2.0
// Names and word lists that nothing uses.
#pragma once

#include "dsl/form/reader.hpp"
#include "dsl/rulebook/rulebook.hpp"
#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// Precondition: `rulebook` was read from `root` without errors; after them nobody knows what else
// would have been named.
void report_unused(const Form& form, const Node& root, const Rulebook& rulebook);

}  // namespace colonnade::dsl
