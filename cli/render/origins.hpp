// SPDX-License-Identifier: Apache-2.0
// Every value of a resolved rulebook with the file and line that it comes from.
#pragma once

#include <string>

#include "dsl/rulebook/read.hpp"

namespace colonnade::cli {

// A line for each value: its path of keys, the value, `file:line`.
[[nodiscard]] std::string render_origins(const dsl::Document& document);

}  // namespace colonnade::cli
