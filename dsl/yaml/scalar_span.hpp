// SPDX-License-Identifier: Apache-2.0
// Where the text of a scalar really stands: yaml-cpp only says where its quote, block sign or first
// letter is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dsl/yaml/tree.hpp"

namespace colonnade::dsl {

// Sets `span` and `verbatim` of a scalar whose mark is at `mark`, and drops the last line break of
// a block scalar from its text. False where a quoted text has no quote at its end.
[[nodiscard]] bool locate_scalar(std::string_view source, std::uint32_t mark, Node& scalar);

// Where the text that starts behind a `quote` at `at` - 1 ends: at its closing quote, or at the
// end.
[[nodiscard]] std::size_t closing_quote(std::string_view source, std::size_t at, char quote);

}  // namespace colonnade::dsl
