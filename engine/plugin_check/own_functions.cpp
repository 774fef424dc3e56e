// SPDX-License-Identifier: Apache-2.0
// The symbols of an executable come first wherever a library asks for one. Only what a case can
// want is our own; all else is glibc's, whose heap is one with `free`.
#include "engine/plugin_check/own_functions.hpp"

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <ctime>

namespace {

std::atomic<std::uint64_t> allocations{0};
std::atomic<std::uint64_t> failing{0};  // the number of the allocation that fails; 0: none
std::atomic<std::int64_t> moved_by{0};  // seconds

// Exported, though all else is hidden.
#define OWN __attribute__((visibility("default")))

// A clock that shows the calendar, and so is moved.
bool is_calendar(clockid_t clock) {
    return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI;
}

}  // namespace

extern "C" {

#if !defined(__SANITIZE_ADDRESS__)
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

static bool may_allocate() {
    const auto number = allocations.fetch_add(1, std::memory_order_relaxed) + 1;
    if (number != failing.load(std::memory_order_relaxed)) return true;
    errno = ENOMEM;
    return false;
}

OWN void* malloc(std::size_t size) {
    return may_allocate() ? __libc_malloc(size) : nullptr;
}
OWN void* calloc(std::size_t count, std::size_t size) {
    return may_allocate() ? __libc_calloc(count, size) : nullptr;
}
OWN void* realloc(void* old, std::size_t size) {
    return may_allocate() ? __libc_realloc(old, size) : nullptr;
}
OWN void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return may_allocate() ? __libc_memalign(alignment, size) : nullptr;
}
#endif

OWN int clock_gettime(clockid_t clock, struct timespec* at) noexcept {
    const auto code = ::syscall(SYS_clock_gettime, clock, at);
    if (code == 0 && is_calendar(clock)) at->tv_sec += moved_by.load(std::memory_order_relaxed);
    return static_cast<int>(code);
}
OWN int gettimeofday(struct timeval* at, void* /*zone*/) noexcept {
    struct timespec now {};
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}
OWN time_t time(time_t* at) noexcept {
    struct timespec now {};
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
    if (at != nullptr) *at = now.tv_sec;
    return now.tv_sec;
}
}

namespace colonnade::engine {

Powers own_functions() {
    Powers own;
#if !defined(__SANITIZE_ADDRESS__)
    own.fail_allocation = [](std::uint64_t nth) { failing = nth == 0 ? 0 : allocations + nth; };
    own.allocations = [] { return allocations.load(); };
#endif
    own.move_clock = [](std::int64_t seconds) { moved_by = seconds; };
    return own;
}

}  // namespace colonnade::engine
