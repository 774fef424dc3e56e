// SPDX-License-Identifier: Apache-2.0
// One plugin between its `init` and its `deinit`. Everything that is made from a plugin holds a
// shared pointer to it, so that nothing of it is used after `deinit`.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "colonnade/plugin.h"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {

class Plugin {
public:
    // Opens `file`, checks its entry and starts it; null with `refusal` filled. However many
    // objects exist for a library, its `init` is called for the first and its `deinit` after the
    // last. Any thread.
    [[nodiscard]] static std::shared_ptr<const Plugin> start(const std::filesystem::path& file,
                                                             const std::string& host_version,
                                                             Refusal& refusal);
    ~Plugin();
    Plugin(const Plugin&) = delete;
    Plugin& operator=(const Plugin&) = delete;

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& version() const { return version_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] const colonnade_host& host() const { return *host_; }

    // The extension, or null where the plugin does not offer it; null with `refusal` filled where
    // it is not what the contract says. Only the struct itself has been checked.
    [[nodiscard]] const colonnade_functions* functions(Refusal& refusal) const;
    [[nodiscard]] const colonnade_source* source(Refusal& refusal) const;

private:
    Plugin(const colonnade_plugin& entry, std::filesystem::path file);
    template <class Extension>
    [[nodiscard]] const Extension* extension(const char* id, Refusal& refusal) const;

    const colonnade_plugin* entry_;
    const colonnade_host* host_ = nullptr;
    std::string id_;
    std::string version_;
    std::filesystem::path file_;
};

}  // namespace colonnade::engine
