// SPDX-License-Identifier: Apache-2.0
#include "engine/load/new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace colonnade::engine {
namespace {

bool write_all(int fd, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// Where a write to `path` ends up; `path` itself where it is no link or leads nowhere.
std::filesystem::path behind_links(const std::filesystem::path& path) {
    std::error_code error;
    auto target = std::filesystem::canonical(path, error);
    return error ? path : target;
}

// Gives the open file the owner and permissions of `target`, where there is one.
bool take_over_permissions(const std::filesystem::path& target, int fd) {
    struct stat status {};
    if (::stat(target.c_str(), &status) != 0) return true;
    // Only root may give a file away; others go on as its owner.
    static_cast<void>(::fchown(fd, status.st_uid, status.st_gid) == 0);
    return ::fchmod(fd, status.st_mode & 07777) == 0;
}

}  // namespace

std::variant<NewFile, FileProblem> NewFile::create(const std::filesystem::path& path) {
    const auto target = behind_links(path);
    auto temporary = target.string() + fmt::format(".{}.part", ::getpid());
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0) return file_problem("write", path, errno);
    NewFile file(path, target, descriptor, std::move(temporary));
    if (!take_over_permissions(target, descriptor)) return file_problem("write", path, errno);
    return file;
}

NewFile::NewFile(std::filesystem::path path, std::filesystem::path target, int descriptor,
                 std::string temporary)
    : path_(std::move(path)),
      target_(std::move(target)),
      descriptor_(descriptor),
      temporary_(std::move(temporary)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      temporary_(std::exchange(other.temporary_, {})) {}

NewFile::~NewFile() {
    static_cast<void>(close());
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

std::optional<FileProblem> NewFile::append(std::string_view content) {
    if (write_all(descriptor_, content)) return std::nullopt;
    return file_problem("write", path_, errno);
}

std::optional<FileProblem> NewFile::put_in_place() {
    if (::fsync(descriptor_) != 0 || !close() || ::rename(temporary_.c_str(), target_.c_str()) != 0)
        return file_problem("write", path_, errno);
    temporary_.clear();
    return std::nullopt;
}

// False where the last bytes could not be written.
bool NewFile::close() {
    const int descriptor = std::exchange(descriptor_, -1);
    return descriptor < 0 || ::close(descriptor) == 0;
}

}  // namespace colonnade::engine
