// SPDX-License-Identifier: Apache-2.0
// What is wrong with a rulebook that has no errors: rules, steps, conditions and cautions that can
// never make a difference to anybody.
#pragma once

#include "dsl/text/diagnostic.hpp"
#include "engine/load/load_rulebook.hpp"

namespace colonnade::engine {

void analyse(const LoadedRulebook& loaded, dsl::Diagnostics& diagnostics);

}  // namespace colonnade::engine
