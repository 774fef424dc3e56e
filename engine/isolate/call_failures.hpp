// SPDX-License-Identifier: Apache-2.0
// What a plugin's process says of the rows that a call failed for.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/evaluate/evaluator.hpp"
#include "engine/isolate/column_writer.hpp"

namespace colonnade::engine {

// Of a failure's words.
inline constexpr std::size_t MostMessageBytes = 1024;

// In the rows of the whole batch; nothing where the process says what cannot be.
[[nodiscard]] std::optional<std::vector<CallFailure>> read_failures(std::string_view payload,
                                                                    Rows rows);

}  // namespace colonnade::engine
