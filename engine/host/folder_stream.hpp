// SPDX-License-Identifier: Apache-2.0
// A stream over a folder: its regular files at any depth, by name in the order of their bytes.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/host/stream.hpp"

namespace colonnade::engine {

class FolderStream final : public HostStream {
public:
    // Null with a sentence in `problem`.
    [[nodiscard]] static std::unique_ptr<FolderStream> open(const std::filesystem::path& folder,
                                                            std::string name, std::string& problem);

private:
    struct Entry {
        std::string name;
        std::filesystem::path path;
    };

    explicit FolderStream(std::string name);
    [[nodiscard]] bool list(const std::filesystem::path& folder, std::string& problem);
    [[nodiscard]] const Entry* entry(std::int64_t index) const;

    static colonnade_text entry_name(const colonnade_stream* stream, std::int64_t index);
    static const colonnade_stream* open_entry(const colonnade_stream* stream, std::int64_t index,
                                              colonnade_error* error);

    std::vector<Entry> entries_;
};

}  // namespace colonnade::engine
