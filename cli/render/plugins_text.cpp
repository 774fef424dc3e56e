// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/render/canvas.hpp"
#include "cli/render/counted.hpp"
#include "cli/render/plugins.hpp"

namespace colonnade::cli {
namespace {

// Room for `relationships`.
constexpr std::size_t IdCells = 14;
// The JSON form has long ones whole.
constexpr std::size_t VersionCells = 10;

std::string size_text(std::uint64_t bytes) {
    constexpr std::uint64_t Kibi = 1024;
    return bytes < 10 * Kibi ? fmt::format("{} B", bytes) : fmt::format("{} KiB", bytes / Kibi);
}

// What the file tells, as far as it does.
std::string about(const engine::InspectedPlugin& plugin) {
    if (plugin.sha256.empty()) return {};
    return fmt::format("{} {} {}  {}  ", padded(plugin.version, VersionCells),
                       padded(plugin.abi.empty() ? "" : "ABI " + plugin.abi, 7),
                       padded_left(size_text(plugin.size), 8), engine::short_hash(plugin.sha256));
}

std::string row(const engine::InspectedPlugin& plugin) {
    const bool fits = plugin.id.size() <= IdCells;
    auto text = fits ? std::string() : fmt::format("  {}\n", plugin.id);
    text += fmt::format("  {} {}{}", padded(fits ? plugin.id : "", IdCells), about(plugin),
                        text_of(plugin.runs));
    const bool runs = plugin.refusal.message.empty();
    if (runs && plugin.pinned != engine::Pinned::Never)
        text += fmt::format(", {}", text_of(plugin.pinned));
    text += '\n';
    if (!runs) text += paragraph("      ", clean(plugin.refusal.message));
    if (!plugin.refusal.help.empty())
        text += fmt::format("      help: {}\n", clean(plugin.refusal.help));
    return text;
}

}  // namespace

std::string_view text_of(engine::RunsAs runs) {
    switch (runs) {
        case engine::RunsAs::Bundled:
            return "bundled";
        case engine::RunsAs::Trusted:
            return "trusted";
        case engine::RunsAs::Isolated:
            return "isolated";
        case engine::RunsAs::Shadowed:
            return "shadowed";
        case engine::RunsAs::Refused:
            return "refused";
    }
    return {};
}

std::string_view text_of(engine::Pinned pinned) {
    switch (pinned) {
        case engine::Pinned::Never:
            return "";
        case engine::Pinned::NoLock:
            return "not pinned";
        case engine::Pinned::Unlisted:
            return "not listed";
        case engine::Pinned::Changed:
            return "changed";
        case engine::Pinned::Yes:
            return "pinned";
    }
    return {};
}

std::string render_plugins(std::span<const engine::InspectedPlugin> plugins,
                           const engine::PluginSettings& settings) {
    std::string text;
    std::filesystem::path folder;
    for (const auto& plugin : plugins) {
        if (plugin.file.parent_path() != folder) {
            folder = plugin.file.parent_path();
            text += fmt::format("{}{}\n", text.empty() ? "" : "\n", clean(folder.string()));
        }
        text += row(plugin);
    }
    if (text.empty()) text = "no plugins are found\n";
    if (settings.lock)
        text += fmt::format("\n{} in {}\n", counted(settings.lock->entries.size(), "pinned plugin"),
                            clean(settings.lock->file.string()));
    return text;
}

}  // namespace colonnade::cli
