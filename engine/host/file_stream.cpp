// SPDX-License-Identifier: Apache-2.0
#include "engine/host/file_stream.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "engine/column/column.hpp"
#include "engine/host/abi.hpp"
#include "engine/load/uninterrupted.hpp"

namespace colonnade::engine {
namespace {

constexpr std::int64_t NanosPerMicro = 1'000;

colonnade_text no_entry_name(const colonnade_stream* /*stream*/, std::int64_t /*index*/) {
    return {};
}

const colonnade_stream* open_no_entry(const colonnade_stream* /*stream*/, std::int64_t /*index*/,
                                      colonnade_error* error) {
    fill_error(error, COLONNADE_INVALID_ARGUMENT, "a file has no entries");
    return nullptr;
}

// For streams that the host keeps.
void close_lent(const colonnade_stream* stream) {
    delete static_cast<FileStream*>(stream->self);
}

}  // namespace

std::unique_ptr<FileStream> FileStream::open(const std::filesystem::path& path, std::string name,
                                             bool follow_link, std::string& problem) {
    // Without waiting: a pipe that somebody put there must not hold us.
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (follow_link ? 0 : O_NOFOLLOW);
    const int file = uninterrupted([&] { return ::open(path.c_str(), flags); });
    if (file < 0) {
        problem = fmt::format("cannot be read: {}", std::generic_category().message(errno));
        return nullptr;
    }
    std::unique_ptr<FileStream> stream(new FileStream(file, std::move(name)));
    struct stat about {};
    if (::fstat(file, &about) != 0) {
        problem = fmt::format("cannot be read: {}", std::generic_category().message(errno));
        return nullptr;
    }
    if (!S_ISREG(about.st_mode)) {
        problem = "is neither a file nor a folder";
        return nullptr;
    }
    stream->abi_.length = about.st_size;
    stream->abi_.modified =
        about.st_mtim.tv_sec * MicrosPerSecond + about.st_mtim.tv_nsec / NanosPerMicro;
    return stream;
}

FileStream::FileStream(int file, std::string name) : HostStream(std::move(name)), file_(file) {
    abi_.self = this;
    abi_.read_at = read_at;
    abi_.entry_name = no_entry_name;
    abi_.open_entry = open_no_entry;
}

const colonnade_stream* FileStream::lend(std::unique_ptr<FileStream> stream) {
    stream->abi_.close = close_lent;
    return &stream.release()->abi();
}

FileStream::~FileStream() {
    ::close(file_);
}

std::int64_t FileStream::read_at(const colonnade_stream* stream, std::int64_t offset, void* buffer,
                                 std::int64_t size) {
    if (offset < 0 || size < 0 || (buffer == nullptr && size > 0)) return -1;
    const auto& self = *static_cast<const FileStream*>(stream->self);
    std::int64_t got = 0;
    while (got < size) {
        const auto count = uninterrupted([&] {
            return ::pread(self.file_, static_cast<char*>(buffer) + got,
                           static_cast<std::size_t>(size - got), offset + got);
        });
        if (count < 0) return -1;
        if (count == 0) break;
        got += count;
    }
    return got;
}

}  // namespace colonnade::engine
