// SPDX-License-Identifier: Apache-2.0
// A file that is written piece by piece and stands there whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "engine/load/file.hpp"

namespace colonnade::engine {

// Written beside its place as `NAME.PROCESS.part`, forced to disk, then renamed over what is there.
// That passes on its permissions and owner; a link stays, and what it leads to is written.
class NewFile {
public:
    [[nodiscard]] static std::variant<NewFile, FileProblem> create(
        const std::filesystem::path& path);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    // What was not put in place is gone.
    ~NewFile();

    // To be written by somebody else, or by `append`.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::optional<FileProblem> append(std::string_view content);
    [[nodiscard]] std::optional<FileProblem> put_in_place();

private:
    NewFile(std::filesystem::path path, std::filesystem::path target);

    std::filesystem::path path_;
    std::filesystem::path target_;
    int descriptor_ = -1;
    std::string temporary_;
};

// Removes what killed processes left of files that were to stand in `folder` under these names, and
// nothing that a living one still writes.
void remove_left_over(const std::filesystem::path& folder, std::span<const std::string> names);

}  // namespace colonnade::engine
