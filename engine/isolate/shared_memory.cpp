// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/shared_memory.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "engine/load/uninterrupted.hpp"

namespace colonnade::engine {
namespace {

// Room of the address space only, and more than one step of a loop over columns goes.
constexpr std::size_t FenceBytes = std::size_t{1} << 20U;

// All that is reserved for `size` bytes: whole pages, with the fences.
std::size_t reserved(std::size_t size) {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return FenceBytes + (size + page - 1) / page * page + FenceBytes;
}

std::span<std::byte> map(int descriptor, std::size_t size, bool writable) {
    void* room = ::mmap(nullptr, reserved(size), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED) return {};
    auto* bytes = static_cast<std::byte*>(room) + FenceBytes;
    const int access = PROT_READ | (writable ? PROT_WRITE : 0);
    if (::mmap(bytes, size, access, MAP_SHARED | MAP_FIXED, descriptor, 0) != MAP_FAILED)
        return {bytes, size};
    const int problem = errno;
    ::munmap(room, reserved(size));
    errno = problem;
    return {};
}

}  // namespace

std::unique_ptr<SharedMemory> SharedMemory::create(const char* name, std::size_t size,
                                                   Others others, std::string& problem) {
    const int descriptor = ::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
    std::unique_ptr<SharedMemory> memory(new SharedMemory(descriptor, {}));
    // Mapped here before the seal, which forbids every further mapping that is writable.
    const auto resize = [&] { return ::ftruncate(descriptor, static_cast<off_t>(size)); };
    if (descriptor >= 0 && uninterrupted(resize) == 0) memory->bytes_ = map(descriptor, size, true);
    const int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW |
                      (others == Others::Read ? F_SEAL_FUTURE_WRITE : 0);
    if (!memory->bytes_.empty() && ::fcntl(descriptor, F_ADD_SEALS, seals) == 0) return memory;
    problem = std::generic_category().message(errno);
    return nullptr;
}

std::unique_ptr<SharedMemory> SharedMemory::receive(int descriptor, std::size_t size,
                                                    bool writable) {
    const auto bytes = map(descriptor, size, writable);
    ::close(descriptor);
    if (bytes.empty()) return nullptr;
    return std::unique_ptr<SharedMemory>(new SharedMemory(-1, bytes));
}

SharedMemory::~SharedMemory() {
    if (!bytes_.empty()) ::munmap(bytes_.data() - FenceBytes, reserved(bytes_.size()));
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace colonnade::engine
