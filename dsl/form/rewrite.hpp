// SPDX-License-Identifier: Apache-2.0
// Edits that give a scalar another text, in the quotes that it has or in those that it then needs.
#pragma once

#include <string_view>
#include <vector>

#include "dsl/text/edit.hpp"
#include "dsl/text/source.hpp"
#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// Nothing where the scalar's text does not stand byte for byte in the source: escapes, several
// lines.
[[nodiscard]] std::vector<Edit> rewrite(const Source& source, const Node& scalar,
                                        std::string_view text);

}  // namespace colonnade::dsl
