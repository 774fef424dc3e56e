// SPDX-License-Identifier: Apache-2.0
// Streams over bytes that a case makes up: files and folders, whole ones and such that break while
// they are read.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/host/stream.hpp"

namespace colonnade::engine {

struct MadeFile {
    enum class Ends {
        Well,
        Early,  // it has only half of the bytes that it promised
        Badly,  // reading fails from the middle on
    };
    std::string name;
    std::string bytes;
    Ends ends = Ends::Well;
};

[[nodiscard]] std::unique_ptr<HostStream> made_file(MadeFile file);
[[nodiscard]] std::unique_ptr<HostStream> made_folder(std::string name,
                                                      std::vector<MadeFile> files);

}  // namespace colonnade::engine
