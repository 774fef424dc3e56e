// SPDX-License-Identifier: Apache-2.0
#include "cli/bytes/byte_source.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/bytes/compressed_bytes.hpp"
#include "cli/bytes/plain_bytes.hpp"
#include "cli/parquet/parquet_bytes.hpp"
#include "engine/load/uninterrupted.hpp"

namespace colonnade::cli {

std::unique_ptr<ByteSource> open_bytes(const std::string& path, std::string& problem) {
    const int descriptor = engine::uninterrupted([&] {
        return path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                           : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    });
    if (descriptor < 0) {
        problem = std::strerror(errno);
        return nullptr;
    }
    auto file = std::make_unique<PlainBytes>(descriptor);
    const auto start = file->start();
    if (start == ParquetStart) {
        // Its reader goes to and fro.
        if (file->size()) return parquet_bytes(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0), problem);
        problem = "Parquet is read from a file, not from a pipe";
        return nullptr;
    }
    if (start.starts_with("\x1F\x8B")) return gzip_bytes(std::move(file));
    if (start == "\x28\xB5\x2F\xFD") return zstd_bytes(std::move(file));
    return file;
}

}  // namespace colonnade::cli
