// SPDX-License-Identifier: Apache-2.0
// The one file that meets Boost.DLL. Only its exception carries what the loader says, so the
// throwing form is used and the loader's words are cut out of it.
#include "engine/host/library.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/dll/shared_library.hpp>
#include <exception>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <system_error>

#include "dsl/text/nearest_name.hpp"
#include "dsl/text/unicode.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t MostIdBytes = 64;
constexpr const char* EntrySymbol = "colonnade_plugin_entry";

std::string shown(const fs::path& path) {
    return dsl::visible(path.string());
}

// Boost 1.74 writes "… (dlerror system message: WORDS): WHAT THE CODE MEANS".
std::string loader_words(std::string_view what) {
    constexpr std::string_view Before = "dlerror system message: ";
    const auto begin = what.find(Before);
    if (begin == std::string_view::npos) return dsl::visible(what);
    const auto words = what.substr(begin + Before.size());
    return dsl::visible(words.substr(0, words.rfind(')')));
}

bool is_elf(const fs::path& file) {
    std::array<char, 4> magic{};
    std::ifstream in(file, std::ios::binary);
    in.read(magic.data(), magic.size());
    return in && std::string_view(magic.data(), magic.size()) ==
                     "\x7f"
                     "ELF";
}

using Library = boost::dll::shared_library;

// Where the bytes of a library come from.
struct Content {
    fs::path opened;
    std::shared_ptr<const SealedLibrary> sealed =
        nullptr;  // what `opened` lies in, or null: a file
};

struct KeptLibrary {
    Library library;
    Content content;  // so that no other content is ever found at the same place
};

// Kept until the process ends: what a plugin left behind (thread-local destructors, callbacks)
// would otherwise point into unmapped memory. Never destroyed itself, for the same reason.
Library& kept_library(const Content& content) {
    static std::mutex mutex;
    static auto& libraries = *new std::map<fs::path, std::unique_ptr<KeptLibrary>>;
    const std::scoped_lock lock(mutex);
    auto& kept = libraries[content.opened];
    if (kept == nullptr) {
        namespace mode = boost::dll::load_mode;
        auto opened = std::make_unique<KeptLibrary>();
        opened->library.load(content.opened, mode::rtld_now | mode::rtld_local);
        opened->content = content;
        kept = std::move(opened);
    }
    return kept->library;
}

std::string searched(std::span<const fs::path> folders, std::string_view id) {
    std::string places;
    for (const auto& folder : folders) {
        places += places.empty() ? "" : ", ";
        places += shown(folder);
    }
    auto help = fmt::format("looked for {}.so in {}", id, places.empty() ? "no folder" : places);
    if (const auto name = dsl::nearest_name(id, library_ids(folders)))
        help += fmt::format("; did you mean `{}`?", *name);
    return help;
}

// `file` names the library in messages.
const colonnade_plugin* open_content(const fs::path& file, const Content& content,
                                     Refusal& refusal) {
    const auto id = file.stem().string();
    std::error_code code;
    if (!fs::is_regular_file(content.opened, code) || !is_elf(content.opened)) {
        refusal = {fmt::format("plugin `{}`: {} is no shared library", id, shown(file)), ""};
        return nullptr;
    }
    try {
        auto& library = kept_library(content);
        if (!library.has(EntrySymbol)) {
            refusal = {fmt::format("plugin `{}`: {} has no `{}`: it is no plugin of Colonnade", id,
                                   shown(file), EntrySymbol),
                       ""};
            return nullptr;
        }
        return &library.get<const colonnade_plugin>(EntrySymbol);
    } catch (const std::exception& problem) {
        refusal = {
            fmt::format("plugin `{}` cannot be loaded: {}", id, loader_words(problem.what())), ""};
    } catch (...) {
        refusal = {fmt::format("plugin `{}`: {} {}", id, shown(file), ThrewMessage), ""};
    }
    return nullptr;
}

}  // namespace

bool is_plugin_id(std::string_view id) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (id.empty() || id.size() > MostIdBytes || !is_letter(id.front())) return false;
    for (const char c : id) {
        if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '-') return false;
    }
    return true;
}

std::vector<std::string> library_ids(std::span<const fs::path> folders) {
    std::set<std::string> ids;
    for (const auto& folder : folders) {
        std::error_code code;
        for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
            auto id = at->path().stem().string();
            if (at->path().extension() == ".so" && is_plugin_id(id)) ids.insert(std::move(id));
        }
    }
    return {ids.begin(), ids.end()};
}

std::optional<fs::path> find_library(std::span<const fs::path> folders, std::string_view id,
                                     Refusal& refusal) {
    if (!is_plugin_id(id)) {
        refusal = {fmt::format("`{}` is no id of a plugin", dsl::visible(id)),
                   "an id is small letters, digits and hyphens, such as `brand`; it is no path"};
        return std::nullopt;
    }
    const auto name = std::string(id) + ".so";
    for (const auto& folder : folders) {
        std::error_code code;
        const auto root = fs::canonical(folder, code);
        if (code || !fs::exists(fs::symlink_status(root / name, code))) continue;
        const auto file = fs::canonical(root / name, code);
        if (code || file != root / name) {
            refusal = {fmt::format("plugin `{}`: {} is a link", id, shown(root / name)),
                       "put the library itself there"};
            return std::nullopt;
        }
        return file;
    }
    refusal = {fmt::format("there is no plugin `{}`", id), searched(folders, id)};
    return std::nullopt;
}

const colonnade_plugin* open_library(const fs::path& file, Refusal& refusal) {
    return open_content(file, {file}, refusal);
}

const colonnade_plugin* open_library(const std::shared_ptr<const SealedLibrary>& library,
                                     Refusal& refusal) {
    return open_content(library->file(), {library->content(), library}, refusal);
}

}  // namespace colonnade::engine
