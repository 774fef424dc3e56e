// SPDX-License-Identifier: Apache-2.0
#include "engine/load/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "dsl/text/unicode.hpp"
#include "engine/load/new_file.hpp"

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

private:
    int fd_;
};

}  // namespace

FileProblem file_problem(std::string_view doing, const std::filesystem::path& path, int error) {
    return {fmt::format("cannot {} `{}`: {}", doing, dsl::visible(path.string()),
                        std::strerror(error))};
}

std::variant<std::string, FileProblem> read_file(const std::filesystem::path& path,
                                                 std::size_t most) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return file_problem("read", path, errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return file_problem("read", path, errno);
    if (S_ISDIR(status.st_mode)) return file_problem("read", path, EISDIR);
    std::string content;
    std::string chunk(1 << 16, '\0');
    for (;;) {
        const auto got = ::read(file.get(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return file_problem("read", path, errno);
        if (got == 0) return content;
        content.append(chunk, 0, static_cast<std::size_t>(got));
        if (content.size() > most) {
            return FileProblem{
                fmt::format("`{}` has more than {} bytes", dsl::visible(path.string()), most)};
        }
    }
}

std::optional<FileProblem> write_file(const std::filesystem::path& path, std::string_view content) {
    auto created = NewFile::create(path);
    if (auto* problem = std::get_if<FileProblem>(&created)) return std::move(*problem);
    auto& file = std::get<NewFile>(created);
    if (auto problem = file.append(content)) return problem;
    return file.put_in_place();
}

}  // namespace colonnade::engine
