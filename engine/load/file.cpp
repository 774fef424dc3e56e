// SPDX-License-Identifier: Apache-2.0
#include "engine/load/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "dsl/text/unicode.hpp"
#include "engine/load/new_file.hpp"
#include "engine/load/uninterrupted.hpp"

namespace colonnade::engine {
namespace {

using std::filesystem::file_type;

// An open file, to be read.
class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path& path)
        : fd_(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); })) {}
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

bool may_be_there(const std::filesystem::path& path) {
    std::error_code error;
    const auto type = std::filesystem::symlink_status(path, error).type();
    return type != file_type::not_found && error != std::errc::permission_denied;
}

bool may_be_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto type = std::filesystem::status(path, error).type();
    return type == file_type::regular ||
           (type == file_type::none && error != std::errc::permission_denied);
}

std::variant<std::string, FileProblem> read_start(const std::filesystem::path& path,
                                                  std::size_t most) {
    const Descriptor file(path);
    if (file.get() < 0) return file_problem("read", path, errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return file_problem("read", path, errno);
    if (S_ISDIR(status.st_mode)) return file_problem("read", path, EISDIR);
    std::string content;
    std::string chunk(std::min(most, std::size_t{1} << 16U), '\0');
    while (content.size() < most) {
        const auto wanted = std::min(chunk.size(), most - content.size());
        const auto got = uninterrupted([&] { return ::read(file.get(), chunk.data(), wanted); });
        if (got < 0) return file_problem("read", path, errno);
        if (got == 0) break;
        content.append(chunk, 0, static_cast<std::size_t>(got));
    }
    return content;
}

std::variant<std::string, FileProblem> read_file(const std::filesystem::path& path,
                                                 std::size_t most) {
    auto content = read_start(path, most + 1);
    const auto* text = std::get_if<std::string>(&content);
    if (text == nullptr || text->size() <= most) return content;
    return FileProblem{
        fmt::format("`{}` has more than {} bytes", dsl::visible(path.string()), most)};
}

std::optional<FileProblem> write_file(const std::filesystem::path& path, std::string_view content) {
    auto created = NewFile::create(path);
    if (auto* problem = std::get_if<FileProblem>(&created)) return std::move(*problem);
    auto& file = std::get<NewFile>(created);
    if (auto problem = file.append(content)) return problem;
    return file.put_in_place();
}

}  // namespace colonnade::engine
