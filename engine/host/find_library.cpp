// SPDX-License-Identifier: Apache-2.0
#include "engine/host/find_library.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>

#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t MostIdBytes = 64;

std::string shown(const fs::path& path) {
    return dsl::visible(path.string());
}

// The folders that exist, each once under its true name. One that is named twice is bundled if it
// is that under one of the names. What cannot be told of one is told by whoever looks into it.
std::vector<PluginFolder> true_folders(std::span<const PluginFolder> folders) {
    std::vector<PluginFolder> known;
    for (const auto& folder : folders) {
        std::error_code code;
        auto path = fs::canonical(folder.path, code);
        if (code && !may_be_there(folder.path)) continue;
        if (code) path = folder.path;
        const auto same = std::find_if(known.begin(), known.end(),
                                       [&](const auto& other) { return other.path == path; });
        if (same == known.end()) {
            known.push_back({std::move(path), folder.bundled, folder.option});
        } else {
            same->bundled = same->bundled || folder.bundled;
        }
    }
    return known;
}

std::set<std::string> ids_in(const fs::path& folder, std::error_code& code) {
    std::set<std::string> ids;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
        auto id = at->path().stem().string();
        if (at->path().extension() == ".so" && is_plugin_id(id)) ids.insert(std::move(id));
    }
    return ids;
}

// Whether what could not be listed may hold plugins all the same.
bool may_be_folder(const std::error_code& code) {
    return code != std::errc::no_such_file_or_directory && code != std::errc::not_a_directory &&
           code != std::errc::permission_denied;
}

std::string searched(std::span<const PluginFolder> folders, std::string_view id) {
    std::string places;
    for (const auto& folder : folders) {
        places += places.empty() ? "" : ", ";
        places += shown(folder.path);
    }
    auto help = fmt::format("looked for {}.so in {}", id, places.empty() ? "no folder" : places);
    std::vector<std::string> known;
    for (const auto& library : all_libraries(folders).libraries)
        known.push_back(library.id);
    if (const auto name = dsl::nearest_name(id, known))
        help += fmt::format("; did you mean `{}`?", *name);
    return help;
}

// `folders` are the true ones.
bool may_lie_in(std::span<const PluginFolder> folders, const FoundLibrary& library,
                Refusal& refusal) {
    for (const auto& folder : folders) {
        const auto bundled = folder.path / library.file.filename();
        if (library.bundled || !folder.bundled || !may_be_there(bundled)) continue;
        refusal = {fmt::format("plugin `{}`: {} has the id of {}, which comes with Colonnade",
                               library.id, shown(library.file), shown(bundled)),
                   "give it an id of its own, or take it away"};
        return false;
    }
    std::error_code code;
    if (fs::canonical(library.file, code) == library.file && !code) return true;
    // A link may lead nowhere.
    if (code && code != std::errc::no_such_file_or_directory) {
        refusal = {fmt::format("plugin `{}`: {}", library.id,
                               file_problem("read", library.file, code.value()).message),
                   ""};
        return false;
    }
    refusal = {fmt::format("plugin `{}`: {} is a link", library.id, shown(library.file)),
               "put the library itself there"};
    return false;
}

}  // namespace

bool is_plugin_id(std::string_view id) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (id.empty() || id.size() > MostIdBytes || !is_letter(id.front())) return false;
    return std::all_of(id.begin(), id.end(),
                       [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

FoundLibraries all_libraries(std::span<const PluginFolder> folders) {
    FoundLibraries found;
    for (const auto& folder : true_folders(folders)) {
        std::error_code code;
        for (const auto& id : ids_in(folder.path, code))
            found.libraries.push_back(
                {id, folder.path / (id + ".so"), folder.bundled, folder.option});
        if (code && may_be_folder(code))
            found.problem = file_problem("read", folder.path, code.value()).message;
    }
    return found;
}

std::optional<FoundLibrary> find_library(std::span<const PluginFolder> folders, std::string_view id,
                                         Refusal& refusal) {
    if (!is_plugin_id(id)) {
        refusal = {fmt::format("`{}` is no id of a plugin", dsl::visible(id)),
                   "an id is small letters, digits and hyphens, such as `brand`; it is no path"};
        return std::nullopt;
    }
    const auto known = true_folders(folders);
    for (const auto& folder : known) {
        FoundLibrary library{std::string(id), folder.path / (std::string(id) + ".so"),
                             folder.bundled, folder.option};
        if (!may_be_there(library.file)) continue;
        if (!may_lie_in(known, library, refusal)) return std::nullopt;
        return library;
    }
    refusal = {fmt::format("there is no plugin `{}`", id), searched(folders, id)};
    return std::nullopt;
}

bool may_lie_there(const FoundLibrary& library, std::span<const PluginFolder> folders,
                   Refusal& refusal) {
    return may_lie_in(true_folders(folders), library, refusal);
}

}  // namespace colonnade::engine
