// SPDX-License-Identifier: Apache-2.0
#include "engine/host/sealed_library.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "dsl/text/unicode.hpp"
#include "engine/load/digest.hpp"
#include "engine/load/uninterrupted.hpp"

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

// Linux 6.3: what is no program by itself; some systems allow no other. Loading a library from it
// is no running of it.
constexpr unsigned NoProgram = 0x0008;
constexpr int AllSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
constexpr std::size_t ChunkBytes = 64 * 1024;

std::string last_problem() {
    return std::generic_category().message(errno);
}

class OpenFile {
public:
    explicit OpenFile(const fs::path& file)
        // Without waiting: a pipe that somebody put there must not hold us.
        : descriptor_(uninterrupted([&] {
              return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
          })) {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

int new_memory(const std::string& name) {
    constexpr unsigned Flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
    const int descriptor = ::memfd_create(name.c_str(), Flags | NoProgram);
    if (descriptor >= 0 || errno != EINVAL) return descriptor;
    return ::memfd_create(name.c_str(), Flags);
}

bool write_all(int to, const char* data, std::size_t size) {
    while (size > 0) {
        const auto count = uninterrupted([&] { return ::write(to, data, size); });
        if (count <= 0) return false;
        data += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

// Empty, or what went wrong. Counts what it copies: the file may grow while it is read.
std::string copy(int from, int to) {
    std::array<char, ChunkBytes> chunk{};
    std::size_t copied = 0;
    while (true) {
        const auto count = uninterrupted([&] { return ::read(from, chunk.data(), chunk.size()); });
        if (count < 0) return "cannot be read: " + last_problem();
        if (count == 0) return {};
        copied += static_cast<std::size_t>(count);
        if (copied > MostLibraryBytes) {
            return fmt::format("has more than {} MiB, which no plugin has",
                               MostLibraryBytes / (1024 * 1024));
        }
        if (!write_all(to, chunk.data(), static_cast<std::size_t>(count)))
            return "cannot be copied: " + last_problem();
    }
}

std::string copy_file(const fs::path& file, int to) {
    const OpenFile from(file);
    struct stat about {};
    if (from.get() < 0) return "cannot be read: " + last_problem();
    if (::fstat(from.get(), &about) != 0) return "cannot be read: " + last_problem();
    if (!S_ISREG(about.st_mode)) return "is no shared library";
    return copy(from.get(), to);
}

}  // namespace

std::shared_ptr<const SealedLibrary> SealedLibrary::read(const fs::path& file, Refusal& refusal) {
    const auto id = file.stem().string();
    const int memory = new_memory(id);
    if (memory < 0) {
        refusal = {fmt::format("plugin `{}` cannot be sealed: this system gives no memory for it "
                               "({})",
                               id, last_problem()),
                   ""};
        return nullptr;
    }
    std::shared_ptr<SealedLibrary> library(new SealedLibrary(file, memory));
    auto problem = copy_file(file, memory);
    if (problem.empty() && (::fcntl(memory, F_ADD_SEALS, AllSeals) != 0 || !library->map()))
        problem = "cannot be sealed: " + last_problem();
    if (problem.empty()) return library;
    refusal = {fmt::format("plugin `{}`: {} {}", id, dsl::visible(file.string()), problem), ""};
    return nullptr;
}

std::shared_ptr<const SealedLibrary> SealedLibrary::inherited(int descriptor,
                                                              const std::string& id) {
    return std::shared_ptr<SealedLibrary>(new SealedLibrary(id + ".so", descriptor));
}

SealedLibrary::~SealedLibrary() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
    ::close(descriptor_);
}

fs::path SealedLibrary::content() const {
    return fmt::format("/proc/self/fd/{}", descriptor_);
}

bool SealedLibrary::map() {
    struct stat about {};
    if (::fstat(descriptor_, &about) != 0) return false;
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size > 0) {
        const void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor_, 0);
        if (bytes == MAP_FAILED) return false;
        bytes_ = {static_cast<const char*>(bytes), size};
    }
    sha256_ = engine::sha256(bytes_);
    return true;
}

}  // namespace colonnade::engine
