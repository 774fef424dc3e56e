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

// Whether something, or a regular file, lies there. True where the system fails to tell, so that
// whoever opens it says why; but what one may not look into holds nothing.
[[nodiscard]] bool may_be_there(const std::filesystem::path& path);
[[nodiscard]] bool may_be_file(const std::filesystem::path& path);

// The bytes of a file of at most `most` bytes.
[[nodiscard]] std::variant<std::string, FileProblem> read_file(const std::filesystem::path& path,
                                                               std::size_t most);

// The first `most` bytes of a file, or all of them where it has fewer.
[[nodiscard]] std::variant<std::string, FileProblem> read_start(const std::filesystem::path& path,
                                                                std::size_t most);

// Writes all or nothing (see NewFile).
[[nodiscard]] std::optional<FileProblem> write_file(const std::filesystem::path& path,
                                                    std::string_view content);

}  // namespace colonnade::engine
