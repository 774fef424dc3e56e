// SPDX-License-Identifier: Apache-2.0
// The one file that meets Boost.DLL. Only its exception carries what the loader says, so the
// throwing form is used and the loader's words are cut out of it.
#include "engine/host/library.hpp"

#include <fmt/format.h>

#include <boost/dll/shared_library.hpp>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <new>

#include "dsl/text/unicode.hpp"
#include "engine/load/file.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

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

// Empty where `opened` is one, else what is to be said of it. `file` names it.
std::string why_no_library(const fs::path& file, const fs::path& opened) {
    constexpr std::string_view Elf =
        "\x7f"
        "ELF";
    const auto start = may_be_file(opened) ? read_start(opened, Elf.size()) : std::string();
    if (const auto* problem = std::get_if<FileProblem>(&start)) return problem->message;
    if (std::get<std::string>(start) == Elf) return {};
    return fmt::format("{} is no shared library", shown(file));
}

using Library = boost::dll::shared_library;

// Where the bytes of a library come from.
struct Content {
    fs::path opened;
    std::shared_ptr<const SealedLibrary> sealed =
        nullptr;  // what `opened` lies in, or null: a file

    // The same content under the same name is one library, however often it was sealed.
    [[nodiscard]] fs::path key() const {
        const bool known = sealed != nullptr && !sealed->sha256().empty();
        return known ? fs::path(sealed->sha256()) / sealed->file().filename() : opened;
    }
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
    auto& kept = libraries[content.key()];
    if (kept == nullptr) {
        namespace mode = boost::dll::load_mode;
        auto opened = std::make_unique<KeptLibrary>();
        opened->library.load(content.opened, mode::rtld_now | mode::rtld_local);
        opened->content = content;
        kept = std::move(opened);
    }
    return kept->library;
}

// `file` names the library in messages.
const colonnade_plugin* open_content(const fs::path& file, const Content& content,
                                     Refusal& refusal) {
    const auto id = file.stem().string();
    if (const auto why = why_no_library(file, content.opened); !why.empty()) {
        refusal = {fmt::format("plugin `{}`: {}", id, why), ""};
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
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& problem) {
        refusal = {
            fmt::format("plugin `{}` cannot be loaded: {}", id, loader_words(problem.what())), ""};
    } catch (...) {
        refusal = {fmt::format("plugin `{}`: {} {}", id, shown(file), ThrewMessage), ""};
    }
    return nullptr;
}

}  // namespace

const colonnade_plugin* open_library(const fs::path& file, Refusal& refusal) {
    return open_content(file, {file}, refusal);
}

const colonnade_plugin* open_library(const std::shared_ptr<const SealedLibrary>& library,
                                     Refusal& refusal) {
    return open_content(library->file(), {library->content(), library}, refusal);
}

}  // namespace colonnade::engine
