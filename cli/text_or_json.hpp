// SPDX-License-Identifier: Apache-2.0
// The format of commands that print text for people or JSON for programs.
#pragma once

#include <optional>

#include "cli/options.hpp"

namespace colonnade::cli {

// Whether JSON was asked for, by `--format` or the ending of the output; nothing where it was
// something else, which has been said.
[[nodiscard]] std::optional<bool> wants_json(const Options& options);

}  // namespace colonnade::cli
