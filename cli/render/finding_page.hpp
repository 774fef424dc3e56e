// SPDX-License-Identifier: Apache-2.0
// What docs/diagnostics.md says about a code, for a terminal. The page is built into the program,
// so that there is one text and it is always there.
#pragma once

#include <string>
#include <string_view>

namespace colonnade::cli {

// The part about `code`; empty where there is none.
[[nodiscard]] std::string render_finding_page(std::string_view code);

}  // namespace colonnade::cli
