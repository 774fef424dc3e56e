// SPDX-License-Identifier: Apache-2.0
// What a person decides about plugins: where they are looked for, which of them are trusted, what
// is pinned. The engine judges by it and looks nowhere else.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/host/host_settings.hpp"
#include "engine/host/plugin_lock.hpp"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {

struct PluginFolder {
    std::filesystem::path path;
    // The installation's own: what lies there came with the program and runs inside it. Decided by
    // this place alone, never by an id.
    bool bundled = false;
    // What a command must say so that this folder is searched, for instance `--plugin-dir DIR`.
    std::string option = {};
};

class Plugin;
struct InspectedPlugin;
struct PluginSettings;

// Starts a plugin in a process of its own. Null with `refusal` filled.
using StartIsolated = std::function<std::shared_ptr<const Plugin>(const InspectedPlugin&,
                                                                  const PluginSettings&, Refusal&)>;

struct PluginSettings {
    std::vector<PluginFolder> folders = {};   // searched in order for `<id>.so`
    std::set<std::string> trusted = {};       // ids that run inside the program
    std::optional<PluginLock> lock = {};      // nothing: nothing is pinned
    HostSettings host = {};                   // what plugins are told, and where they may speak
    std::filesystem::path host_program = {};  // `colonnade-plugin-host`
    StartIsolated start_isolated = {};        // none: what would be isolated is refused
};

}  // namespace colonnade::engine
