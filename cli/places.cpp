// SPDX-License-Identifier: Apache-2.0
#include "cli/places.hpp"

#include <cstdlib>
#include <string>
#include <string_view>

#include "cli/project.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

void add_user_folder(std::vector<fs::path>& folders, const char* variable, const char* fallback,
                     const char* tail) {
    const char* base = std::getenv(variable);
    const char* home = std::getenv("HOME");
    if (base != nullptr && *base == '/') {
        folders.push_back(fs::path(base) / tail);
    } else if (home != nullptr && *home == '/') {
        folders.push_back(fs::path(home) / fallback / tail);
    }
}

}  // namespace

fs::path installation() {
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path{} : program.parent_path().parent_path();
}

fs::path bundled_plugins() {
    return installation() / COLONNADE_PLUGIN_DIR;
}

fs::path plugin_templates() {
    return installation() / COLONNADE_DATA_DIR / "plugin-template";
}

std::vector<fs::path> rule_folders() {
    std::vector<fs::path> folders;
    if (const auto project = project_file())
        folders = {project->parent_path() / "rules", project->parent_path()};
    add_user_folder(folders, "XDG_DATA_HOME", ".local/share", "colonnade/rules");
    folders.push_back(installation() / COLONNADE_DATA_DIR / "rules");
    return folders;
}

std::vector<fs::path> plugin_folders(const Options& options) {
    std::vector<fs::path> folders(options.plugin_dirs.begin(), options.plugin_dirs.end());
    if (const char* path = std::getenv("COLONNADE_PLUGIN_PATH")) {
        std::string_view rest(path);
        while (!rest.empty()) {
            const auto end = rest.find(':');
            if (end != 0) folders.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
    }
    folders.push_back(bundled_plugins());
    return folders;
}

}  // namespace colonnade::cli
