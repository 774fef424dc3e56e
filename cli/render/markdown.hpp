// SPDX-License-Identifier: Apache-2.0
// A result in Markdown, for a comment on a change, a wiki or a note.
#pragma once

#include <string>

#include "cli/score/person_result.hpp"

namespace colonnade::cli {

// `every_rule`: with a table of the rules of each pillar. Ends with a line break.
[[nodiscard]] std::string render_markdown(const PersonResult& person, bool every_rule);

}  // namespace colonnade::cli
