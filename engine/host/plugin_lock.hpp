// SPDX-License-Identifier: Apache-2.0
// What a lock file pins: for each plugin the content of its file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "engine/host/refusal.hpp"

namespace colonnade::engine {

// Only the hash decides; the rest is for people who read the file.
struct LockEntry {
    std::string version;
    std::string abi;  // `1.1`
    std::string sha256;
    std::uint64_t size = 0;

    [[nodiscard]] bool operator==(const LockEntry&) const = default;
};

struct PluginLock {
    std::filesystem::path file;
    std::map<std::string, LockEntry, std::less<>> entries;  // by id
};

enum class Pinned {
    Never,     // bundled: it came with the program
    NoLock,    // there is no lock file
    Unlisted,  // the lock file does not name it
    Changed,   // the lock file names another content
    Yes,
};

[[nodiscard]] Pinned pinned_by(const PluginLock& lock, const std::string& id,
                               const std::string& sha256);

// Why a plugin is refused that is Unlisted or Changed. `command` is the one that accepts it.
[[nodiscard]] Refusal lock_refusal(const PluginLock& lock, const std::string& id,
                                   const std::string& sha256, const std::string& command);

// Enough of a hash for people to compare.
[[nodiscard]] std::string short_hash(const std::string& sha256);

}  // namespace colonnade::engine
