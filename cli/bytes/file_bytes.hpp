// SPDX-License-Identifier: Apache-2.0
// The bytes of a file, by their place.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "engine/load/file.hpp"

namespace colonnade::cli {

class FileBytes {
public:
    explicit FileBytes(const std::filesystem::path& path);
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    ~FileBytes();

    // Nothing where it is no file, but a folder or a pipe.
    [[nodiscard]] std::optional<std::size_t> size() const;
    // The next bytes from `at`, at most `most`, good until the next call; empty at the end, and
    // where they cannot be read.
    [[nodiscard]] std::string_view read(std::size_t at, std::size_t most);
    // Why it could not be opened or read: for people, and without its name; else empty.
    [[nodiscard]] std::optional<engine::FileProblem> problem() const;
    [[nodiscard]] std::string error() const;

private:
    std::filesystem::path path_;
    int descriptor_;
    int error_ = 0;
    std::string buffer_;
};

}  // namespace colonnade::cli
