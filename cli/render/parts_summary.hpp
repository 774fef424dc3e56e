// SPDX-License-Identifier: Apache-2.0
// What all parts of a population came to, for people and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "cli/population/outcome.hpp"

namespace colonnade::cli {

[[nodiscard]] std::string parts_summary(std::size_t parts, const Outcome& outcome);
[[nodiscard]] std::string parts_summary_json(std::size_t parts, const Outcome& outcome);

}  // namespace colonnade::cli
