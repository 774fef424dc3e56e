// SPDX-License-Identifier: Apache-2.0
// Which rules and cautions a rulebook says itself or changes, rather than takes over as they are.
#pragma once

#include <set>
#include <string>

#include "dsl/rulebook/read.hpp"

namespace colonnade::engine {

// `pillar.rule` and ids of cautions: those with a value, if only a tip in one language, that stands
// in the rulebook's own file.
[[nodiscard]] std::set<std::string> own_parts(const dsl::Document& document);

}  // namespace colonnade::engine
