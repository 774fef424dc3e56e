// SPDX-License-Identifier: Apache-2.0
// Whole files in and out, with a sentence where the world does not play along.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace colonnade::engine {

struct FileProblem {
    std::string message;  // "cannot read `x`: No such file or directory"
};

// The bytes of a regular file of at most `most` bytes.
[[nodiscard]] std::variant<std::string, FileProblem> read_file(const std::filesystem::path& path,
                                                               std::size_t most);

// Writes all or nothing: to a file beside `path`, forced to disk, then renamed over it. A file that
// is there passes on its permissions and owner; a link stays, and what it leads to is written.
[[nodiscard]] std::optional<FileProblem> write_file(const std::filesystem::path& path,
                                                    std::string_view content);

}  // namespace colonnade::engine
