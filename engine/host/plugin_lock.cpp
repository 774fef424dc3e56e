// SPDX-License-Identifier: Apache-2.0
#include "engine/host/plugin_lock.hpp"

#include <fmt/format.h>

#include "dsl/text/unicode.hpp"

namespace colonnade::engine {

Pinned pinned_by(const PluginLock& lock, const std::string& id, const std::string& sha256) {
    const auto entry = lock.entries.find(id);
    if (entry == lock.entries.end()) return Pinned::Unlisted;
    return entry->second.sha256 == sha256 ? Pinned::Yes : Pinned::Changed;
}

Refusal lock_refusal(const PluginLock& lock, const std::string& id, const std::string& sha256,
                     const std::string& command) {
    const auto file = dsl::visible(lock.file.string());
    const auto entry = lock.entries.find(id);
    if (entry == lock.entries.end())
        return {fmt::format("plugin `{}` is not listed in {}", id, file),
                fmt::format("if you want it: {}", command)};
    return {fmt::format("plugin `{}` has changed: its SHA-256 is {}…, {} pins {}…", id,
                        short_hash(sha256), file, short_hash(entry->second.sha256)),
            fmt::format("if you want the change: {}", command)};
}

std::string short_hash(const std::string& sha256) {
    constexpr std::size_t Shown = 12;
    return sha256.substr(0, Shown);
}

}  // namespace colonnade::engine
