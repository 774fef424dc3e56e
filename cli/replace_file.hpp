// SPDX-License-Identifier: Apache-2.0
// A person's own file edited in place: the whole new text or, whatever happens, the old one.
#pragma once

#include <string>
#include <string_view>

#include "cli/exit_code.hpp"

namespace colonnade::cli {

// Puts `text` in place of what the file at `path` holds. Permissions and links stay. Refuses what
// is no regular file, and a file that may not be written even where its folder may. Says what goes
// wrong.
[[nodiscard]] Exit replace_file(const std::string& path, std::string_view text);

}  // namespace colonnade::cli
