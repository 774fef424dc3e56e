// SPDX-License-Identifier: Apache-2.0
#include "cli/places.hpp"

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "cli/project.hpp"
#include "engine/host/shell_word.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

// `tail` in the user's own data folder.
std::optional<fs::path> user_folder(const char* tail) {
    const char* base = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    if (base != nullptr && *base == '/') return fs::path(base) / tail;
    if (home != nullptr && *home == '/') return fs::path(home) / ".local/share" / tail;
    return std::nullopt;
}

// Of a list with colons; empty ones are none.
std::vector<std::string> paths_in(std::string_view list) {
    std::vector<std::string> paths;
    while (!list.empty()) {
        const auto end = list.find(':');
        if (end != 0) paths.emplace_back(list.substr(0, end));
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return paths;
}

}  // namespace

fs::path installation() {
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    // Anything else would be a guess, and what lies there is run.
    if (error) throw std::system_error(error, "cannot tell where this program is installed");
    return program.parent_path().parent_path();
}

fs::path bundled_plugins() {
    return installation() / COLONNADE_PLUGIN_DIR;
}

fs::path plugin_templates() {
    return installation() / COLONNADE_DATA_DIR / "plugin-template";
}

fs::path store_library(std::string_view kind) {
    return installation() / COLONNADE_STORE_DIR / (std::string(kind) + ".so");
}

fs::path usual_store() {
    return user_folder("colonnade/history.db").value_or(fs::path{});
}

fs::path plugin_check_program() {
    return installation() / COLONNADE_LIBEXEC_DIR / "colonnade-plugin-check";
}

std::vector<fs::path> rule_folders() {
    std::vector<fs::path> folders;
    if (const auto project = project_file())
        folders = {project->parent_path() / "rules", project->parent_path()};
    if (auto own = user_folder("colonnade/rules")) folders.push_back(std::move(*own));
    folders.push_back(installation() / COLONNADE_DATA_DIR / "rules");
    return folders;
}

std::vector<engine::PluginFolder> plugin_folders(const Options& options) {
    std::vector<engine::PluginFolder> folders;
    for (const auto& named : options.plugin_dirs)
        folders.push_back({named, false, "--plugin-dir " + engine::shell_word(named)});
    if (const char* path = std::getenv("COLONNADE_PLUGIN_PATH")) {
        for (auto& named : paths_in(path))
            folders.push_back({std::move(named)});
    }
    if (const auto project = project_file())
        folders.push_back({project->parent_path() / "plugins"});
    if (auto own = user_folder("colonnade/plugins")) folders.push_back({std::move(*own)});
    folders.push_back({bundled_plugins(), true});
    return folders;
}

fs::path plugin_host_program() {
    return installation() / COLONNADE_LIBEXEC_DIR / "colonnade-plugin-host";
}

}  // namespace colonnade::cli
