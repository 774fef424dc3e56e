// SPDX-License-Identifier: Apache-2.0
#include "cli/history/open_store.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>

#include "cli/places.hpp"
#include "cli/terminal.hpp"

namespace colonnade::cli {
namespace {

namespace fs = std::filesystem;

// What is kept about people is for the one who keeps it.
constexpr mode_t OwnerOnly = 0700;

// `postgresql://…`, but `file.db` and `odd://name` in a folder `odd:` has a slash before.
std::string kind_of(const std::string& place) {
    const auto scheme = place.substr(0, place.find("://"));
    if (scheme == place || scheme.find('/') != std::string::npos) return "sqlite";
    return scheme == "postgres" ? "postgresql" : scheme;
}

// Without user and password, which may stand in it, and without what follows a `?`.
std::string name_of(const std::string& place) {
    const auto scheme = place.find("://");
    if (scheme == std::string::npos || kind_of(place) == "sqlite") return place;
    auto rest = place.substr(scheme + 3);
    rest.erase(std::min(rest.find('?'), rest.size()));
    if (const auto at = rest.rfind('@'); at != std::string::npos) rest.erase(0, at + 1);
    return place.substr(0, scheme + 3) + rest;
}

const stores::StoreEntry* load_library(const std::string& kind) {
    const auto path = store_library(kind);
    std::error_code ignored;
    if (kind != "sqlite" && kind != "postgresql") {
        say_error(fmt::format("no kind of store `{}`", kind),
                  "a file, or postgresql://HOST/DATABASE");
        return nullptr;
    }
    auto* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        say_error(
            fmt::format("cannot load the store library `{}`: {}", path.string(), ::dlerror()));
        return nullptr;
    }
    const auto* entry =
        static_cast<const stores::StoreEntry*>(::dlsym(library, "colonnade_store_entry"));
    if (entry != nullptr && entry->interface_version == stores::InterfaceVersion) return entry;
    say_error(fmt::format("`{}` belongs to another version of Colonnade", path.string()));
    return nullptr;
}

// The folder of the usual store, where it is needed for the first time.
bool make_folder(const fs::path& path) {
    std::error_code error;
    const auto folder = path.parent_path();
    fs::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), OwnerOnly) == 0 || fs::is_directory(folder, error)) return true;
    say_error(fmt::format("cannot make the folder `{}`", folder.string()),
              "--store FILE keeps results elsewhere");
    return false;
}

}  // namespace

void say_problem(const stores::StoreProblem& problem) {
    say_error(problem.message, problem.help);
}

OpenStore open_store(const Options& options, stores::IfMissing if_missing) {
    const auto place = options.store.empty() ? usual_store().string() : options.store;
    if (place.empty()) {
        say_error("neither $XDG_DATA_HOME nor $HOME is a folder",
                  "--store FILE says where results are kept");
        return {};
    }
    if (options.store.empty() && if_missing == stores::IfMissing::Create && !make_folder(place))
        return {};
    const auto* entry = load_library(kind_of(place));
    if (entry == nullptr) return {};
    auto opened = entry->open(place, if_missing);
    if (const auto* problem = std::get_if<stores::StoreProblem>(&opened)) {
        say_problem(*problem);
        return {};
    }
    return {std::move(std::get<std::unique_ptr<stores::Store>>(opened)), name_of(place)};
}

}  // namespace colonnade::cli
