// SPDX-License-Identifier: Apache-2.0
#include "engine/load/new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
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

// Another process with this number, of before or in another container, may have left its file.
constexpr int MostNames = 100;

// Whoever writes a file holds a lock on it, so that what nobody holds was left. False where it was
// taken for such before the lock was there.
bool lock_new(int descriptor) {
    int locked = 0;
    do {
        locked = ::flock(descriptor, LOCK_EX);
    } while (locked != 0 && errno == EINTR);
    struct stat status {};
    return ::fstat(descriptor, &status) != 0 || status.st_nlink > 0;
}

// Negative with `errno` where it cannot be.
int open_new(const std::filesystem::path& target, std::string& temporary) {
    for (int name = 1;; ++name) {
        temporary = target.string() + fmt::format(".{}{}.part", ::getpid(),
                                                  name == 1 ? "" : fmt::format("-{}", name));
        const int descriptor =
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (descriptor >= 0 && lock_new(descriptor)) return descriptor;
        if (descriptor >= 0) {
            ::close(descriptor);
        } else if (errno != EEXIST || name >= MostNames) {
            return -1;
        }
    }
}

// Whether `name` is one that `open_new` gives a file beside `target`.
bool is_temporary(std::string_view name, std::string_view target) {
    constexpr std::string_view End = ".part";
    if (!name.starts_with(target) || !name.ends_with(End)) return false;
    if (name.size() < target.size() + 2 + End.size() || name[target.size()] != '.') return false;
    name.remove_prefix(target.size() + 1);
    name.remove_suffix(End.size());
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

void remove_unless_held(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) ::unlink(file.c_str());
    ::close(descriptor);
}

// A rename lasts once the folder is on the disk, too; not every file system can be asked for that.
bool sync_folder_of(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return true;  // it may be written to without being readable
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return synced;
}

}  // namespace

std::variant<NewFile, FileProblem> NewFile::create(const std::filesystem::path& path) {
    const auto target = behind_links(path);
    std::string temporary;
    const int descriptor = open_new(target, temporary);
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
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

std::optional<FileProblem> NewFile::append(std::string_view content) {
    if (write_all(descriptor_, content)) return std::nullopt;
    return file_problem("write", path_, errno);
}

std::optional<FileProblem> NewFile::put_in_place() {
    // Held until it has its name. What is on the disk leaves nothing for `close` to fail at.
    if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), target_.c_str()) != 0)
        return file_problem("write", path_, errno);
    temporary_.clear();
    ::close(std::exchange(descriptor_, -1));
    if (!sync_folder_of(target_)) return file_problem("write", path_, errno);
    return std::nullopt;
}

void remove_left_over(const std::filesystem::path& folder, std::span<const std::string> names) {
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const auto found = entry->path().filename().string();
        if (std::any_of(names.begin(), names.end(),
                        [&](const auto& name) { return is_temporary(found, name); }))
            remove_unless_held(entry->path());
    }
}

}  // namespace colonnade::engine
