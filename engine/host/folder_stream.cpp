// SPDX-License-Identifier: Apache-2.0
#include "engine/host/folder_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/file_stream.hpp"
#include "engine/host/refusal.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

// Names are UTF-8 at the boundary; what is none is shown with its bytes in figures.
std::string told_name(const fs::path& path, const fs::path& folder) {
    auto name = path.lexically_relative(folder).generic_string();
    return dsl::first_invalid_utf8(name) == std::string::npos ? name : dsl::visible(name);
}

}  // namespace

std::unique_ptr<FolderStream> FolderStream::open(const fs::path& folder, std::string name,
                                                 std::string& problem) {
    std::unique_ptr<FolderStream> stream(new FolderStream(std::move(name)));
    if (!stream->list(folder, problem)) return nullptr;
    stream->abi_.entry_count = static_cast<std::int64_t>(stream->entries_.size());
    return stream;
}

FolderStream::FolderStream(std::string name) : HostStream(std::move(name)) {
    abi_.self = this;
    abi_.length = -1;
    // A folder's own time says when it was unpacked or copied, nothing about what is in it.
    abi_.modified = -1;
    abi_.entry_name = entry_name;
    abi_.open_entry = open_entry;
}

// A folder that cannot be read ends it: what is missed would look like what is not there.
bool FolderStream::list(const fs::path& folder, std::string& problem) {
    std::error_code code;
    std::size_t seen = 0;
    for (fs::recursive_directory_iterator at(folder, code), end; !code && at != end;
         at.increment(code)) {
        if (++seen > MostFolderEntries) {
            problem = fmt::format("holds more than {} files and folders", MostFolderEntries);
            return false;
        }
        const auto& path = at->path();
        const auto type = at->symlink_status(code).type();
        if (code) break;
        if (type != fs::file_type::regular) continue;
        entries_.push_back({told_name(path, folder), path});
    }
    if (code) {
        problem = fmt::format("cannot be read: {}", code.message());
        return false;
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return true;
}

const FolderStream::Entry* FolderStream::entry(std::int64_t index) const {
    if (index < 0 || index >= abi_.entry_count) return nullptr;
    return &entries_[static_cast<std::size_t>(index)];
}

colonnade_text FolderStream::entry_name(const colonnade_stream* stream, std::int64_t index) {
    const auto* found = static_cast<const FolderStream*>(stream->self)->entry(index);
    return found == nullptr ? colonnade_text{} : abi_text(found->name);
}

const colonnade_stream* FolderStream::open_entry(const colonnade_stream* stream, std::int64_t index,
                                                 colonnade_error* error) {
    const colonnade_stream* opened = nullptr;
    const bool is_fine = contained([&] {
        const auto* found = static_cast<const FolderStream*>(stream->self)->entry(index);
        if (found == nullptr) {
            return fill_error(error, COLONNADE_INVALID_ARGUMENT, "the folder has no such entry");
        }
        std::string problem;
        auto file = FileStream::open(found->path, found->name, false, problem);
        if (file == nullptr) {
            fill_error(error, COLONNADE_UNREADABLE, problem);
        } else {
            opened = FileStream::lend(std::move(file));
        }
    });
    if (!is_fine) fill_error(error, COLONNADE_NO_MEMORY, "");
    return opened;
}

}  // namespace colonnade::engine
