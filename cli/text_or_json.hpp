// SPDX-License-Identifier: Apache-2.0
// The format of commands that print text for people or JSON for programs, and of those among them
// that write a page too.
#pragma once

#include <optional>

#include "cli/options.hpp"

namespace colonnade::cli {

enum class Form { Text, Json, Html };

// What was asked for, by `--format` or the ending of the output; nothing where it was something
// else, which has been said.
[[nodiscard]] std::optional<Form> text_json_or_html(const Options& options);

// The same of a command without pages: whether JSON was asked for.
[[nodiscard]] std::optional<bool> wants_json(const Options& options);

}  // namespace colonnade::cli
