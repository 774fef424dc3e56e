// SPDX-License-Identifier: Apache-2.0
// What `check` has to do with images: writing one with `-o FILE.colc`, and saying what one holds.
#pragma once

#include <string>

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "engine/load/load_rulebook.hpp"

namespace colonnade::cli {

// Whether `-o` names an image.
[[nodiscard]] bool wants_image(const Options& options);

// False, and said, where what is asked for cannot be one image.
[[nodiscard]] bool can_be_image(const Options& options);

// Writes the one that `-o` names, of the rulebook called so.
[[nodiscard]] Exit write_image(const Options& options, const std::string& name,
                               const engine::LoadedRulebook& loaded);

// The files that an image holds, each with its digest.
[[nodiscard]] std::string contents_of_image(const engine::LoadedRulebook& loaded);

// Warns of files that still stand where they were when the image was made, with another content.
// True where there are some.
[[nodiscard]] bool warn_of_changes(const engine::LoadedRulebook& loaded);

}  // namespace colonnade::cli
