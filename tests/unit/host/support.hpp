// SPDX-License-Identifier: Apache-2.0
// Folders that live for one test, with plugins or data in them.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>

namespace colonnade::tests {

class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    // Writes a file at the relative path, and the folders above it.
    std::filesystem::path write(const std::string& name, const std::string& content) const;
    // Copies the test plugins of these ids into the folder.
    void add_plugins(std::initializer_list<const char*> ids) const;

private:
    std::filesystem::path path_;
};

// The test plugin's library in the build tree.
[[nodiscard]] std::filesystem::path module_of(const std::string& id);

}  // namespace colonnade::tests
