// SPDX-License-Identifier: Apache-2.0
// One layout for every file of the language. The text is edited by spans, never written from the
// tree, so every comment and every word stays as it was typed.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "dsl/text/diagnostic.hpp"

namespace colonnade::dsl {

// The text of `source` laid out; nothing where it cannot be read as the language wants it, which is
// reported. The result reads as the same tree, holds the same comments in the same order, and laid
// out again it stays as it is.
[[nodiscard]] std::optional<std::string> lay_out_file(const std::shared_ptr<const Source>& source,
                                                      Diagnostics& diagnostics);

}  // namespace colonnade::dsl
