// SPDX-License-Identifier: Apache-2.0
// What a library exports, read from its file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/refusal.hpp"

namespace colonnade::engine {

struct ElfFile {
    std::vector<std::string> exported;  // names of symbols; weak ones are left out
    bool has_entry = false;
    Refusal unsafe;  // what no plugin may ask of the loader; empty: nothing
};

// Nothing with a reason in `problem`, which follows on the file's name, where it is no library that
// this program could load.
[[nodiscard]] std::optional<ElfFile> read_elf(const std::filesystem::path& file,
                                              std::string& problem);

}  // namespace colonnade::engine
