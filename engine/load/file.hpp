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

// What went wrong `doing` ("read", "write") it; `error` is that of the system.
[[nodiscard]] FileProblem file_problem(std::string_view doing, const std::filesystem::path& path,
                                       int error);

// The bytes of a regular file of at most `most` bytes.
[[nodiscard]] std::variant<std::string, FileProblem> read_file(const std::filesystem::path& path,
                                                               std::size_t most);

// Writes all or nothing (see NewFile).
[[nodiscard]] std::optional<FileProblem> write_file(const std::filesystem::path& path,
                                                    std::string_view content);

}  // namespace colonnade::engine
