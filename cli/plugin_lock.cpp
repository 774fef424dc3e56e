// SPDX-License-Identifier: Apache-2.0
// `colonnade plugin lock [ID…]`: pins what the files of plugins hold now. Everything that is named
// is pinned, or nothing is written.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/lock_file.hpp"
#include "cli/lock_text.hpp"
#include "cli/plugin_settings.hpp"
#include "cli/terminal.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/host/inspect.hpp"
#include "engine/load/file.hpp"

namespace colonnade::cli {
namespace {

using engine::short_hash;

// Ids that are found outside of the installation, each once.
std::vector<std::string> found_ids(const std::vector<engine::FoundLibrary>& libraries) {
    std::vector<std::string> ids;
    for (const auto& library : libraries) {
        const bool known = std::find(ids.begin(), ids.end(), library.id) != ids.end();
        if (!library.bundled && !known) ids.push_back(library.id);
    }
    return ids;
}

Exit refuse(const engine::Refusal& refusal) {
    say_error(refusal.message, refusal.help);
    return Exit::Plugin;
}

// Says what changes, and changes it.
void pin(const engine::InspectedPlugin& plugin, engine::PluginLock& lock, std::string& report) {
    const engine::LockEntry now{plugin.version, plugin.abi, plugin.sha256, plugin.size};
    const auto before = lock.entries.find(plugin.id);
    if (before == lock.entries.end()) {
        report += fmt::format("added {} {} ({})\n", plugin.id, now.version, short_hash(now.sha256));
    } else if (before->second != now) {
        report +=
            fmt::format("changed {} {} ({}) to {} ({})\n", plugin.id, before->second.version,
                        short_hash(before->second.sha256), now.version, short_hash(now.sha256));
    }
    lock.entries[plugin.id] = now;
}

Exit pin_all(const std::vector<std::string>& ids, const engine::PluginSettings& settings,
             engine::PluginLock& lock, std::string& report) {
    Exit exit = Exit::Fine;
    for (const auto& id : ids) {
        engine::Refusal refusal;
        const auto library = engine::find_library(settings.folders, id, refusal);
        if (library && library->bundled)
            refusal = {fmt::format("plugin `{}` comes with Colonnade and is not pinned", id), ""};
        if (!refusal.message.empty()) {
            exit = graver(exit, refuse(refusal));
            continue;
        }
        const auto plugin = engine::inspect(*library, settings);
        if (plugin.runs == engine::RunsAs::Refused) {
            exit = graver(exit, refuse(plugin.refusal));
        } else {
            pin(plugin, lock, report);
        }
    }
    return exit;
}

// What is pinned and lies in no folder.
void look_for_lost(bool prune, const std::vector<std::string>& found, engine::PluginLock& lock,
                   std::string& report) {
    std::erase_if(lock.entries, [&](const auto& entry) {
        if (std::find(found.begin(), found.end(), entry.first) != found.end()) return false;
        if (prune) {
            report += fmt::format("removed {} {}\n", entry.first, entry.second.version);
        } else {
            say_note(
                fmt::format("`{}` is pinned and not found; `--prune` forgets it", entry.first));
        }
        return prune;
    });
}

}  // namespace

Exit run_plugin_lock(const Options& options) {
    auto settings = plugin_settings(options);
    // What is pinned so far does not keep anything from being pinned now.
    settings.lock.reset();
    auto lock = options.lock.value_or(engine::PluginLock{lock_file(), {}});
    const auto libraries = engine::all_libraries(settings.folders);
    if (!libraries.problem.empty()) return refuse({libraries.problem, ""});
    const auto found = found_ids(libraries.libraries);
    std::string report;
    const auto end = pin_all(options.data.empty() ? found : options.data, settings, lock, report);
    if (end != Exit::Fine) {
        say_note(options.data.empty()
                     ? "nothing is written; `colonnade plugin lock ID` pins one plugin"
                     : "nothing is written");
        return end;
    }
    look_for_lost(options.prune, found, lock, report);
    const auto file = dsl::visible(lock.file.string());
    if (report.empty() && (options.lock || lock.entries.empty())) {
        say_note(options.lock ? fmt::format("{} says all this already", file)
                              : "there is no plugin to pin");
        return Exit::Fine;
    }
    if (const auto problem = engine::write_file(lock.file, lock_text(lock))) {
        say_error(problem->message);
        return Exit::Output;
    }
    return write_output(options, report + fmt::format("wrote {}\n", file));
}

}  // namespace colonnade::cli
