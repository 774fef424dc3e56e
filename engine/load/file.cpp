// SPDX-License-Identifier: Apache-2.0
#include "engine/load/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "dsl/text/unicode.hpp"

namespace colonnade::engine {
namespace {

// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    // False where the last bytes could not be written.
    [[nodiscard]] bool close() {
        const int fd = fd_;
        fd_ = -1;
        return ::close(fd) == 0;
    }

private:
    int fd_;
};

FileProblem problem(std::string_view doing, const std::filesystem::path& path, int error) {
    return {fmt::format("cannot {} `{}`: {}", doing, dsl::visible(path.string()),
                        std::strerror(error))};
}

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

std::variant<std::string, FileProblem> read_file(const std::filesystem::path& path,
                                                 std::size_t most) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return problem("read", path, errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return problem("read", path, errno);
    if (S_ISDIR(status.st_mode)) return problem("read", path, EISDIR);
    std::string content;
    std::string chunk(1 << 16, '\0');
    for (;;) {
        const auto got = ::read(file.get(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return problem("read", path, errno);
        if (got == 0) return content;
        content.append(chunk, 0, static_cast<std::size_t>(got));
        if (content.size() > most) {
            return FileProblem{
                fmt::format("`{}` has more than {} bytes", dsl::visible(path.string()), most)};
        }
    }
}

std::optional<FileProblem> write_file(const std::filesystem::path& path, std::string_view content) {
    const auto target = behind_links(path);
    const auto temporary = target.string() + fmt::format(".{}.part", ::getpid());
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file.get() < 0) return problem("write", path, errno);
    const bool written = take_over_permissions(target, file.get()) &&
                         write_all(file.get(), content) && ::fsync(file.get()) == 0;
    const int error = errno;
    if (!written || !file.close() || ::rename(temporary.c_str(), target.c_str()) != 0) {
        const int last = written ? errno : error;
        ::unlink(temporary.c_str());
        return problem("write", path, last);
    }
    return std::nullopt;
}

}  // namespace colonnade::engine
