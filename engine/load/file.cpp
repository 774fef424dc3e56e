// SPDX-License-Identifier: Apache-2.0
#include "engine/load/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
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

namespace {

// The first `most` bytes of a file, and whether that is all of it.
struct Start {
    std::string text;
    bool is_all = true;
};

// Twice the room, or all that is wanted. Large pages are only asked for: a system touches memory in
// pieces of 4 KiB otherwise, which takes longer than reading a file does.
void make_room(std::string& text, std::size_t most) {
    constexpr auto LargePage = std::uintptr_t{1} << 21U;
    text.reserve(std::min(2 * std::max(text.capacity(), text.size()), most));
    const auto begin = reinterpret_cast<std::uintptr_t>(text.data());
    const auto first = (begin + LargePage - 1) / LargePage * LargePage;
    const auto end = (begin + text.capacity()) / LargePage * LargePage;
    if (first < end) ::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
}

std::variant<Start, FileProblem> read_up_to(const std::filesystem::path& path, std::size_t most) {
    const Descriptor file(path);
    if (file.get() < 0) return file_problem("read", path, errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return file_problem("read", path, errno);
    if (S_ISDIR(status.st_mode)) return file_problem("read", path, EISDIR);
    Start start;
    // No more room than a small file takes; of some files the system does not know the size.
    constexpr std::size_t Least = std::size_t{1} << 12U;
    constexpr std::size_t Most = std::size_t{1} << 16U;
    const auto wanted = std::min(static_cast<std::size_t>(status.st_size), most) + 1;
    std::string chunk(std::clamp(wanted, Least, Most), '\0');
    for (;;) {
        const auto got =
            uninterrupted([&] { return ::read(file.get(), chunk.data(), chunk.size()); });
        if (got < 0) return file_problem("read", path, errno);
        if (got == 0) return start;
        const auto room = most - start.text.size();
        start.is_all = static_cast<std::size_t>(got) <= room;
        const auto taken = std::min(static_cast<std::size_t>(got), room);
        if (start.text.capacity() - start.text.size() < taken) make_room(start.text, most);
        start.text.append(chunk, 0, taken);
        if (!start.is_all) return start;
        if (static_cast<std::size_t>(got) == chunk.size()) chunk.resize(Most);
    }
}

}  // namespace

std::variant<std::string, FileProblem> read_start(const std::filesystem::path& path,
                                                  std::size_t most) {
    auto start = read_up_to(path, most);
    if (auto* problem = std::get_if<FileProblem>(&start)) return std::move(*problem);
    return std::move(std::get<Start>(start).text);
}

std::variant<std::string, FileProblem> read_file(const std::filesystem::path& path,
                                                 std::size_t most) {
    auto start = read_up_to(path, most);
    if (auto* problem = std::get_if<FileProblem>(&start)) return std::move(*problem);
    if (std::get<Start>(start).is_all) return std::move(std::get<Start>(start).text);
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
