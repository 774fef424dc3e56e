// SPDX-License-Identifier: Apache-2.0
// What is known of a plugin before anything of it runs, and what follows from it: how it would run,
// or why it may not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/host/find_library.hpp"
#include "engine/host/plugin_settings.hpp"
#include "engine/host/sealed_library.hpp"

namespace colonnade::engine {

enum class RunsAs {
    Bundled,   // inside the program, since it came with it
    Trusted,   // inside the program, since a person said so
    Isolated,  // in a process of its own
    Shadowed,  // not at all: another file with its id is found first
    Refused,   // not at all: see `refusal`
};

struct InspectedPlugin {
    std::string id;
    std::filesystem::path file;
    RunsAs runs = RunsAs::Refused;
    Pinned pinned = Pinned::Never;  // also where it was refused before that counted
    Refusal refusal = {};           // of what is Shadowed or Refused

    // As far as the file tells; empty where it does not.
    std::string version = {};
    std::string abi = {};  // `1.1`
    std::string sha256 = {};
    std::uint64_t size = 0;
    std::vector<std::string> needed = {};  // libraries
    // What was looked at, and nothing else may be run.
    std::shared_ptr<const SealedLibrary> content = nullptr;
};

// Reads the file and judges it.
[[nodiscard]] InspectedPlugin inspect(const FoundLibrary& library, const PluginSettings& settings);

// Each of `libraries`, without its content.
[[nodiscard]] std::vector<InspectedPlugin> inspect_all(std::span<const FoundLibrary> libraries,
                                                       const PluginSettings& settings);

}  // namespace colonnade::engine
