// SPDX-License-Identifier: Apache-2.0
// A file that is written piece by piece and stands there whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "engine/load/file.hpp"

namespace colonnade::engine {

// Written beside its place as `NAME.colonnade.part`, forced to disk, then renamed over what is
// there. That passes on its permissions and owner; a link stays, and what it leads to is written.
// What a killed process left under that name is replaced; where a living one writes it, this one
// is `NAME.colonnade-2.part`, and so on.
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

}  // namespace colonnade::engine
