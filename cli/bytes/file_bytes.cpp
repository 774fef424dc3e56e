// SPDX-License-Identifier: Apache-2.0
#include "cli/bytes/file_bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "engine/load/uninterrupted.hpp"

namespace colonnade::cli {
namespace {

// What one call of the system is asked for: more gains nothing, and this stays in the cache.
constexpr std::size_t BufferBytes = std::size_t{256} << 10U;

}  // namespace

// A pipe that nobody writes to must not hold anybody up.
FileBytes::FileBytes(const std::filesystem::path& path)
    : path_(path),
      descriptor_(engine::uninterrupted(
          [&] { return ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC); })),
      error_(descriptor_ < 0 ? errno : 0),
      buffer_(BufferBytes, '\0') {}

FileBytes::~FileBytes() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<std::size_t> FileBytes::size() const {
    struct stat status {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    return static_cast<std::size_t>(status.st_size);
}

std::string_view FileBytes::read(std::size_t at, std::size_t most) {
    if (error_ != 0) return {};
    const auto got = engine::uninterrupted([&] {
        return ::pread(descriptor_, buffer_.data(), std::min(buffer_.size(), most),
                       static_cast<off_t>(at));
    });
    if (got < 0) error_ = errno;
    return {buffer_.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
}

std::optional<engine::FileProblem> FileBytes::problem() const {
    if (error_ == 0) return std::nullopt;
    return engine::file_problem("read", path_, error_);
}

std::string FileBytes::error() const {
    return error_ == 0 ? "" : std::strerror(error_);
}

}  // namespace colonnade::cli
