// SPDX-License-Identifier: Apache-2.0
// Changes to a text by spans: everything outside them, comments and layout included, stays as it
// was.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/text/source.hpp"

namespace colonnade::dsl {

// Puts `text` in place of what stands at `span`; an empty span inserts.
struct Edit {
    Span span;
    std::string text;
};

// The text with all edits made. Where two overlap, the one that begins later is left out;
// insertions at one place stay in their order. Spans beyond the text end at its end.
[[nodiscard]] std::string apply_edits(std::string_view text, std::vector<Edit> edits);

}  // namespace colonnade::dsl
