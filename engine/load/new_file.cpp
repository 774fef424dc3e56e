// SPDX-License-Identifier: Apache-2.0
#include "engine/load/new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "engine/load/uninterrupted.hpp"

namespace colonnade::engine {
namespace {

bool write_all(int fd, std::string_view content) {
    while (!content.empty()) {
        const auto written =
            uninterrupted([&] { return ::write(fd, content.data(), content.size()); });
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// Where a write to `path` ends up; `path` itself where it is no link or leads nowhere.
std::filesystem::path behind_links(const std::filesystem::path& path, std::error_code& error) {
    auto target = std::filesystem::canonical(path, error);
    if (error != std::errc::no_such_file_or_directory) return target;
    error.clear();
    return path;
}

// Gives the open file the owner and permissions of `target`, where there is one.
bool take_over_permissions(const std::filesystem::path& target, int fd) {
    struct stat status {};
    if (::stat(target.c_str(), &status) != 0) return errno == ENOENT;
    // Only root may give a file away; others go on as its owner.
    static_cast<void>(::fchown(fd, status.st_uid, status.st_gid) == 0);
    return ::fchmod(fd, status.st_mode & 07777) == 0;
}

// Of one file at the same time.
constexpr int MostWriters = 100;

// Whoever writes a file holds a lock on it, so that what nobody holds was left by one that was
// killed. False where it was taken for such before the lock was there.
bool lock_new(int descriptor) {
    static_cast<void>(uninterrupted([&] { return ::flock(descriptor, LOCK_EX); }));
    struct stat status {};
    return ::fstat(descriptor, &status) != 0 || status.st_nlink > 0;
}

bool is_named(int descriptor, const std::string& name) {
    struct stat file {};
    struct stat named {};
    return ::fstat(descriptor, &file) == 0 && ::lstat(name.c_str(), &named) == 0 &&
           file.st_dev == named.st_dev && file.st_ino == named.st_ino;
}

// Whether it has been removed, because nobody writes it.
bool remove_left(const std::string& name) {
    const int descriptor = ::open(name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool is_removed = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 &&
                            is_named(descriptor, name) && ::unlink(name.c_str()) == 0;
    ::close(descriptor);
    return is_removed;
}

int create_new(const std::string& name) {
    const auto create = [&] {
        return ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    };
    const int descriptor = uninterrupted(create);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
    if (remove_left(name)) return uninterrupted(create);
    errno = EEXIST;
    return -1;
}

// Negative with `errno` where it cannot be. Once it is open, nothing takes memory: whoever has
// `temporary` clears it away.
int open_new(const std::filesystem::path& target, std::string& temporary) {
    for (int number = 1;; ++number) {
        auto name = target.string() + (number == 1 ? std::string(".colonnade.part")
                                                   : fmt::format(".colonnade-{}.part", number));
        const int descriptor = create_new(name);
        if (descriptor >= 0 && lock_new(descriptor)) {
            temporary = std::move(name);
            return descriptor;
        }
        if (descriptor >= 0) {
            ::close(descriptor);
        } else if (errno != EEXIST || number >= MostWriters) {
            return -1;
        }
    }
}

bool sync_file(int descriptor) {
    return uninterrupted([&] { return ::fsync(descriptor); }) == 0;
}

// A rename lasts once the folder is on the disk, too; not every file system can be asked for that.
bool sync_folder_of(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int descriptor =
        uninterrupted([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (descriptor < 0) return errno == EACCES;  // it may be written to without being readable
    const bool synced = sync_file(descriptor) || errno == EINVAL;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return synced;
}

}  // namespace

std::variant<NewFile, FileProblem> NewFile::create(const std::filesystem::path& path) {
    std::error_code error;
    const auto target = behind_links(path, error);
    if (error) return file_problem("write", path, error.value());
    NewFile file(path, target);
    file.descriptor_ = open_new(target, file.temporary_);
    if (file.descriptor_ < 0 || !take_over_permissions(target, file.descriptor_))
        return file_problem("write", path, errno);
    return file;
}

NewFile::NewFile(std::filesystem::path path, std::filesystem::path target)
    : path_(std::move(path)), target_(std::move(target)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      temporary_(std::exchange(other.temporary_, {})) {}

NewFile::~NewFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

std::optional<FileProblem> NewFile::append(std::string_view content) {
    if (write_all(descriptor_, content)) return std::nullopt;
    return file_problem("write", path_, errno);
}

std::optional<FileProblem> NewFile::put_in_place() {
    // Held until it has its name. What is on the disk leaves nothing for `close` to fail at.
    if (!sync_file(descriptor_) || ::rename(temporary_.c_str(), target_.c_str()) != 0)
        return file_problem("write", path_, errno);
    temporary_.clear();
    ::close(std::exchange(descriptor_, -1));
    if (!sync_folder_of(target_)) return file_problem("write", path_, errno);
    return std::nullopt;
}

}  // namespace colonnade::engine
