// SPDX-License-Identifier: Apache-2.0
// Several files and folders that a person named for one profile, as one folder: `1/basic.zip`,
// `2/complete.zip`. The figure keeps two of one name apart, and tells what was named by itself.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/host/stream.hpp"

namespace colonnade::engine {

// Null with a sentence in `problem` that names the path which cannot be read. At least one path.
[[nodiscard]] std::unique_ptr<HostStream> open_joined_stream(
    std::span<const std::filesystem::path> paths, std::string& problem);

class JoinedStream final : public HostStream {
public:
    // At least one, none null. Bears the name of the first.
    explicit JoinedStream(std::vector<std::unique_ptr<HostStream>> parts);

private:
    // A file by itself, or `index` in a folder.
    struct Entry {
        std::string name;
        const colonnade_stream* part = nullptr;
        std::int64_t index = 0;
    };

    void add(const colonnade_stream& part, const std::string& prefix);
    [[nodiscard]] const Entry* entry(std::int64_t index) const;

    static colonnade_text entry_name(const colonnade_stream* stream, std::int64_t index);
    static const colonnade_stream* open_entry(const colonnade_stream* stream, std::int64_t index,
                                              colonnade_error* error);

    std::vector<std::unique_ptr<HostStream>> parts_;
    std::vector<Entry> entries_;
};

}  // namespace colonnade::engine
