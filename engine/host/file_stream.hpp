// SPDX-License-Identifier: Apache-2.0
// A stream over one regular file, read where the reader asks.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "engine/host/stream.hpp"

namespace colonnade::engine {

class FileStream final : public HostStream {
public:
    // Null with a sentence in `problem`. `name` is what the reader is told.
    [[nodiscard]] static std::unique_ptr<FileStream> open(const std::filesystem::path& path,
                                                          std::string name, bool follow_link,
                                                          std::string& problem);
    // The stream in the reader's hands: its `close` ends it.
    [[nodiscard]] static const colonnade_stream* lend(std::unique_ptr<FileStream> stream);
    ~FileStream() override;

private:
    FileStream(int file, std::string name);
    static std::int64_t read_at(const colonnade_stream* stream, std::int64_t offset, void* buffer,
                                std::int64_t size);

    int file_;
};

}  // namespace colonnade::engine
