// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/memory_stream.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "engine/host/abi.hpp"

namespace colonnade::engine {
namespace {

class FileInMemory final : public HostStream {
public:
    explicit FileInMemory(MadeFile file) : HostStream(file.name), file_(std::move(file)) {
        abi_.self = this;
        abi_.length = static_cast<std::int64_t>(file_.bytes.size());
        abi_.modified = -1;
        abi_.read_at = read_at;
        abi_.entry_name = no_name;
        abi_.open_entry = no_entry;
        abi_.close = close;
    }

private:
    static std::int64_t read_at(const colonnade_stream* stream, std::int64_t offset, void* buffer,
                                std::int64_t size) {
        const auto& file = static_cast<const FileInMemory*>(stream->self)->file_;
        auto end = static_cast<std::int64_t>(file.bytes.size());
        if (file.ends != MadeFile::Ends::Well) end /= 2;
        const bool is_broken = file.ends == MadeFile::Ends::Badly && offset >= end;
        if (offset < 0 || size < 0 || is_broken) return -1;
        const auto count = std::min(size, std::max<std::int64_t>(end - offset, 0));
        if (count > 0)
            std::memcpy(buffer, file.bytes.data() + offset, static_cast<std::size_t>(count));
        return count;
    }
    static colonnade_text no_name(const colonnade_stream* /*stream*/, std::int64_t /*index*/) {
        return {};
    }
    static const colonnade_stream* no_entry(const colonnade_stream* /*stream*/,
                                            std::int64_t /*index*/, colonnade_error* error) {
        constexpr std::string_view Why = "a file has no entries";
        error->code = COLONNADE_INVALID_ARGUMENT;
        Why.copy(error->message, Why.size());
        return nullptr;
    }
    // Files of a folder belong to it.
    static void close(const colonnade_stream* /*stream*/) {}

    MadeFile file_;
};

class FolderInMemory final : public HostStream {
public:
    FolderInMemory(std::string name, std::vector<MadeFile> files) : HostStream(std::move(name)) {
        for (auto& file : files)
            files_.push_back(std::make_unique<FileInMemory>(std::move(file)));
        abi_.self = this;
        abi_.length = -1;
        abi_.modified = -1;
        abi_.entry_count = static_cast<std::int64_t>(files_.size());
        abi_.read_at = no_bytes;
        abi_.entry_name = entry_name;
        abi_.open_entry = open_entry;
        abi_.close = close;
    }

private:
    static const HostStream* entry(const colonnade_stream* stream, std::int64_t index) {
        const auto& files = static_cast<const FolderInMemory*>(stream->self)->files_;
        const bool is_there = index >= 0 && index < static_cast<std::int64_t>(files.size());
        return is_there ? files[static_cast<std::size_t>(index)].get() : nullptr;
    }
    static std::int64_t no_bytes(const colonnade_stream* /*stream*/, std::int64_t /*offset*/,
                                 void* /*buffer*/, std::int64_t /*size*/) {
        return -1;
    }
    static colonnade_text entry_name(const colonnade_stream* stream, std::int64_t index) {
        const auto* file = entry(stream, index);
        return file == nullptr ? colonnade_text{} : file->abi().name;
    }
    static const colonnade_stream* open_entry(const colonnade_stream* stream, std::int64_t index,
                                              colonnade_error* error) {
        if (const auto* file = entry(stream, index)) return &file->abi();
        constexpr std::string_view Why = "there is no such entry";
        error->code = COLONNADE_INVALID_ARGUMENT;
        Why.copy(error->message, Why.size());
        return nullptr;
    }
    static void close(const colonnade_stream* /*stream*/) {}

    std::vector<std::unique_ptr<FileInMemory>> files_;
};

}  // namespace

std::unique_ptr<HostStream> made_file(MadeFile file) {
    return std::make_unique<FileInMemory>(std::move(file));
}

std::unique_ptr<HostStream> made_folder(std::string name, std::vector<MadeFile> files) {
    return std::make_unique<FolderInMemory>(std::move(name), std::move(files));
}

}  // namespace colonnade::engine
