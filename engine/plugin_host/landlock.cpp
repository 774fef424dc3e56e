// SPDX-License-Identifier: Apache-2.0
// By raw system calls: the C library has no functions for it. The numbers and structs are the
// kernel's, which only ever grow; those of this system's headers may be older than the kernel.
#include "engine/plugin_host/landlock.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace colonnade::engine {
namespace {

struct RulesetAttributes {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scopes = 0;
};

struct __attribute__((packed)) PathRule {
    std::uint64_t allowed;
    std::int32_t parent;
};

constexpr std::uint32_t AskForVersion = 1;
constexpr int PathBeneath = 1;
constexpr std::uint64_t Execute = 1U << 0U;
constexpr std::uint64_t ReadFile = 1U << 2U;
constexpr std::uint64_t ReadFolder = 1U << 3U;

// Where the loader finds what a library needs. A file may only be read.
struct Place {
    const char* path;
    std::uint64_t allowed;
};
constexpr Place Places[] = {
    {"/etc/ld.so.cache", ReadFile},
    {"/lib", Execute | ReadFile | ReadFolder},
    {"/lib64", Execute | ReadFile | ReadFolder},
    {"/usr/lib", Execute | ReadFile | ReadFolder},
    {"/usr/lib64", Execute | ReadFile | ReadFolder},
    {"/usr/local/lib", Execute | ReadFile | ReadFolder},
};

// Everything that the version can forbid.
RulesetAttributes everything(long version) {
    constexpr std::uint64_t First = (1U << 13U) - 1;
    RulesetAttributes all;
    all.files = First;
    if (version >= 2) all.files |= 1U << 13U;  // moving to another folder
    if (version >= 3) all.files |= 1U << 14U;  // truncating
    if (version >= 5) all.files |= 1U << 15U;  // ioctl of devices
    if (version >= 4) all.network = 0b11;      // binding and connecting TCP
    if (version >= 6) all.scopes = 0b11;       // abstract sockets, signals
    return all;
}

std::size_t known_bytes(long version) {
    if (version >= 6) return sizeof(RulesetAttributes);
    return version >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

// What is not there needs no rule.
void allow(long ruleset, const Place& place) {
    const int parent = ::open(place.path, O_PATH | O_CLOEXEC);
    if (parent < 0) return;
    const PathRule rule{place.allowed, parent};
    ::syscall(SYS_landlock_add_rule, ruleset, PathBeneath, &rule, 0);
    ::close(parent);
}

}  // namespace

void restrict_files() {
    const auto version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, AskForVersion);
    if (version < 1) return;
    const auto attributes = everything(version);
    const auto ruleset =
        ::syscall(SYS_landlock_create_ruleset, &attributes, known_bytes(version), 0);
    if (ruleset < 0) return;
    for (const auto& place : Places)
        allow(ruleset, place);
    ::syscall(SYS_landlock_restrict_self, ruleset, 0);
    ::close(static_cast<int>(ruleset));
}

}  // namespace colonnade::engine
