// SPDX-License-Identifier: Apache-2.0
// What a file must be before anything else reads it: not too large, UTF-8, no control characters.
#pragma once

#include <cstddef>
#include <memory>

#include "dsl/text/diagnostic.hpp"

namespace colonnade::dsl {

// A rulebook of 20,000 rules has about 10 MB; more is no text that a person wrote.
inline constexpr std::size_t MostFileBytes = 16 * 1024 * 1024;

// Reports and answers false where `source` cannot be read further.
[[nodiscard]] bool check_encoding(const std::shared_ptr<const Source>& source,
                                  Diagnostics& diagnostics);

}  // namespace colonnade::dsl
