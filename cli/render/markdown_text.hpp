// SPDX-License-Identifier: Apache-2.0
// Texts in Markdown, as CommonMark and GitHub read it.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

// For a paragraph, a list item or a cell of a table: nothing in it is markup, a link, or a mention
// of somebody. One line; what could steer a reader becomes visible.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace colonnade::cli
