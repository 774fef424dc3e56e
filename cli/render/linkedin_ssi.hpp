// SPDX-License-Identifier: Apache-2.0
// LinkedIn's own number beside ours, with the words that keep them apart.
#pragma once

#include <string>
#include <string_view>

#include "cli/linkedin_ssi.hpp"
#include "engine/explain/result.hpp"

namespace colonnade::cli {

// A table of 80 columns below a text result.
[[nodiscard]] std::string render_ssi(const LinkedinSsi& ssi, engine::Result result);

// What must be said with it, wherever it is shown.
[[nodiscard]] std::string_view ssi_note(std::string_view language);

}  // namespace colonnade::cli
