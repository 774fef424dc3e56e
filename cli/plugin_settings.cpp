// SPDX-License-Identifier: Apache-2.0
#include "cli/plugin_settings.hpp"

#include <fmt/format.h>

#include <set>

#include "cli/places.hpp"
#include "cli/terminal.hpp"
#include "engine/isolate/start_isolated.hpp"

namespace colonnade::cli {
namespace {

// A plugin's warnings are for whoever runs the program; the rest only where she asks for more.
void say_logged(const engine::LogEntry& entry, bool verbose) {
    if (entry.is_warning || verbose)
        say_note(fmt::format("plugin `{}`: {}", entry.plugin, entry.message));
}

}  // namespace

engine::PluginSettings plugin_settings(const Options& options) {
    engine::PluginSettings settings;
    settings.folders = plugin_folders(options);
    settings.trusted = {options.trusted.begin(), options.trusted.end()};
    settings.lock = options.lock;
    settings.host.version = COLONNADE_VERSION;
    settings.host.log = [verbose = options.verbose](const engine::LogEntry& entry) {
        say_logged(entry, verbose);
    };
    settings.host_program = plugin_host_program();
    settings.start_isolated = engine::start_isolated;
    return settings;
}

void say_unpinned(const engine::Plugins& plugins) {
    static std::set<std::string> said;
    std::string names;
    for (const auto& plugin : plugins.loaded()) {
        if (plugin.pinned != engine::Pinned::NoLock || !said.insert(plugin.id).second) continue;
        names += fmt::format("{}`{}` ({})", names.empty() ? "" : ", ", plugin.id,
                             plugin.runs == engine::RunsAs::Trusted ? "trusted" : "isolated");
    }
    if (names.empty()) return;
    say_note(fmt::format("nothing pins the content of {}; `colonnade plugin lock` does", names));
}

}  // namespace colonnade::cli
