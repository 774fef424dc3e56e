// SPDX-License-Identifier: Apache-2.0
// What a person named, as the contract's stream: a file, or a folder with all files below it. A
// source reads through it and never learns a path.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "colonnade/plugin.h"

namespace colonnade::engine {

// Files and folders below a folder. An export has under a hundred; more is somebody's home.
inline constexpr std::size_t MostFolderEntries = 5'000;

class HostStream {
public:
    virtual ~HostStream() = default;
    HostStream(const HostStream&) = delete;
    HostStream& operator=(const HostStream&) = delete;

    // Lives as long as the stream.
    [[nodiscard]] const colonnade_stream& abi() const { return abi_; }

protected:
    // Has no bytes until `read_at` is set, and is not the plugin's to close.
    explicit HostStream(std::string name);

    colonnade_stream abi_{};

private:
    std::string name_;
};

// Null with words in `problem` that follow on the path where nothing can be read. A link that a
// person names is followed; links inside a folder are not looked at.
[[nodiscard]] std::unique_ptr<HostStream> open_stream(const std::filesystem::path& path,
                                                      std::string& problem);

}  // namespace colonnade::engine
