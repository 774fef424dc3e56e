// SPDX-License-Identifier: Apache-2.0
// Exceptions: `# colonnade: allow CODE because REASON` at the end of a line, or above one with all
// that is indented below it, silences warnings and notes of that code there. Never errors.
#pragma once

#include <memory>
#include <vector>

#include "dsl/text/diagnostic.hpp"

namespace colonnade::dsl {

// Takes what is allowed out of `diagnostics`, and reports exceptions without a reason, with a code
// that there is not, or, where the rulebook has no errors, without anything to allow.
void apply_exceptions(const std::vector<std::shared_ptr<const Source>>& sources,
                      Diagnostics& diagnostics);

}  // namespace colonnade::dsl
