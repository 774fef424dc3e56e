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

// A group that LinkedIn compares the member with, in words; a rank or mean that it has not is
// empty.
struct SsiGroupText {
    std::string name;
    std::string top;
    std::string average;
};
[[nodiscard]] SsiGroupText ssi_group_text(const SsiGroup& group, std::string_view language);

// What must be said with it, wherever it is shown.
[[nodiscard]] std::string_view ssi_note(std::string_view language);

}  // namespace colonnade::cli
