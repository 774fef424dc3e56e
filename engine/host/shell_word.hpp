// SPDX-License-Identifier: Apache-2.0
// Paths in commands that a person is told to type.
#pragma once

#include <filesystem>
#include <string>

namespace colonnade::engine {

// As a shell takes it, in quotes where it needs them.
[[nodiscard]] std::string shell_word(const std::filesystem::path& path);

}  // namespace colonnade::engine
