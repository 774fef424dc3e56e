// SPDX-License-Identifier: Apache-2.0
// A file that lies nowhere but in memory, for readers that take a path.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/fuzz/fuzz.hpp"

namespace colonnade::fuzz {

class MemoryFile {
public:
    explicit MemoryFile(const std::string& content)
        : descriptor_(::memfd_create("fuzzed", MFD_CLOEXEC)) {
        const auto written = ::write(descriptor_, content.data(), content.size());
        hold(written == static_cast<ssize_t>(content.size()), "a file takes what is written");
    }
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::filesystem::path path() const {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }

private:
    int descriptor_;
};

}  // namespace colonnade::fuzz
