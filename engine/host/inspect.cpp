// SPDX-License-Identifier: Apache-2.0
#include "engine/host/inspect.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "dsl/text/unicode.hpp"
#include "engine/elf/library_facts.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/entry.hpp"
#include "engine/host/library.hpp"
#include "engine/host/permissions.hpp"

namespace colonnade::engine {
namespace {

std::string named(const InspectedPlugin& plugin) {
    return fmt::format("plugin `{}`: {}", plugin.id, dsl::visible(plugin.file.string()));
}

// What the entry says of itself, right or not.
void note_entry(const colonnade_plugin& entry, InspectedPlugin& plugin) {
    plugin.abi = fmt::format("{}.{}", entry.abi_major, entry.abi_minor);
    if (const auto version = read_text(entry.version, MostVersionBytes)) plugin.version = *version;
}

// Fills in what the bytes tell. False with the plugin's refusal filled where they are no plugin
// that this program runs.
bool check_library(InspectedPlugin& plugin) {
    std::string problem;
    auto facts = read_library(plugin.content->bytes(), problem);
    if (!facts) {
        plugin.refusal = {fmt::format("{} {}", named(plugin), problem), ""};
        return false;
    }
    plugin.needed = std::move(facts->needed);
    if (!facts->entry) {
        plugin.refusal = {
            fmt::format("{} has no `{}`: it is no plugin of Colonnade", named(plugin), EntrySymbol),
            ""};
        return false;
    }
    note_entry(*facts->entry, plugin);
    if (!check_entry(*facts->entry, plugin.id, plugin.refusal)) return false;
    if (facts->unsafe.message.empty()) return true;
    plugin.refusal = {fmt::format("{} {}", named(plugin), facts->unsafe.message),
                      facts->unsafe.help};
    return false;
}

bool check_lock(const PluginSettings& settings, const std::string& option,
                InspectedPlugin& plugin) {
    plugin.pinned =
        settings.lock ? pinned_by(*settings.lock, plugin.id, plugin.sha256) : Pinned::NoLock;
    if (plugin.pinned == Pinned::NoLock || plugin.pinned == Pinned::Yes) return true;
    const auto command =
        fmt::format("colonnade plugin lock {}{}{}", plugin.id, option.empty() ? "" : " ", option);
    plugin.refusal = lock_refusal(*settings.lock, plugin.id, plugin.sha256, command);
    return false;
}

}  // namespace

InspectedPlugin inspect(const FoundLibrary& library, const PluginSettings& settings) {
    InspectedPlugin plugin{library.id, library.file};
    if (!is_only_ours(library, plugin.refusal)) return plugin;
    plugin.content = SealedLibrary::read(library.file, plugin.refusal);
    if (plugin.content == nullptr) return plugin;
    plugin.sha256 = plugin.content->sha256();
    plugin.size = plugin.content->bytes().size();
    if (!check_library(plugin)) return plugin;
    if (library.bundled) {
        plugin.runs = RunsAs::Bundled;
    } else if (check_lock(settings, library.option, plugin)) {
        plugin.runs = settings.trusted.contains(plugin.id) ? RunsAs::Trusted : RunsAs::Isolated;
    }
    return plugin;
}

std::vector<InspectedPlugin> inspect_all(std::span<const FoundLibrary> libraries,
                                         const PluginSettings& settings) {
    std::vector<InspectedPlugin> plugins;
    std::map<std::string, std::filesystem::path> first;
    for (const auto& library : libraries) {
        const auto [found, is_first] = first.emplace(library.id, library.file);
        Refusal refusal;
        if (!may_lie_there(library, settings.folders, refusal)) {
            plugins.push_back({library.id, library.file, RunsAs::Refused, {}, std::move(refusal)});
            continue;
        }
        auto plugin = inspect(library, settings);
        plugin.content = nullptr;
        if (!is_first) {
            plugin.runs = RunsAs::Shadowed;
            plugin.refusal = {
                fmt::format("{} is found first", dsl::visible(found->second.string())), ""};
        }
        plugins.push_back(std::move(plugin));
    }
    return plugins;
}

}  // namespace colonnade::engine
