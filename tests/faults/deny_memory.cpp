// SPDX-License-Identifier: Apache-2.0
// Loaded before a program's libraries (LD_PRELOAD), it stands before malloc: the n-th allocation
// that the program makes finds no memory, or all from there on. `operator new` asks malloc, so it
// is met too. What is allocated before `main` is the system's own start and is not counted.
//
//   DENY_NTH=n       which one; absent: none
//   DENY_ON=1        and all that follow
//   DENY_COUNT=FILE  where the number of all is told
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

std::atomic<long> allocations{0};
long denied = -1;
bool goes_on = false;
bool counts = false;

bool is_denied() {
    if (!counts) return false;
    const long number = ++allocations;
    const bool is_meant = denied > 0 && (goes_on ? number >= denied : number == denied);
    if (is_meant) errno = ENOMEM;
    return is_meant;
}

void tell_count() {
    counts = false;
    const char* file = std::getenv("DENY_COUNT");
    if (file == nullptr) return;
    char text[32];
    const int size = std::snprintf(text, sizeof text, "%ld", allocations.load());
    const int to = ::open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (to >= 0 && ::write(to, text, static_cast<std::size_t>(size)) != size) std::abort();
    if (to >= 0) ::close(to);
}

using Main = int (*)(int, char**, char**);
Main program_main = nullptr;

int counted_main(int argc, char** argv, char** environment) {
    if (const char* nth = std::getenv("DENY_NTH")) denied = std::atol(nth);
    goes_on = std::getenv("DENY_ON") != nullptr;
    std::atexit(tell_count);
    counts = true;
    return program_main(argc, argv, environment);
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) {
    return is_denied() ? nullptr : __libc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) {
    return is_denied() ? nullptr : __libc_calloc(count, size);
}

void* realloc(void* old, std::size_t size) {
    return is_denied() ? nullptr : __libc_realloc(old, size);
}

void* memalign(std::size_t alignment, std::size_t size) {
    return is_denied() ? nullptr : __libc_memalign(alignment, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return is_denied() ? nullptr : __libc_memalign(alignment, size);
}

int posix_memalign(void** made, std::size_t alignment, std::size_t size) {
    if (is_denied()) return ENOMEM;
    *made = __libc_memalign(alignment, size);
    return *made == nullptr ? ENOMEM : 0;
}

// What the start of every program calls with its `main`.
int __libc_start_main(Main main, int argc, char** argv, void (*begin)(), void (*end)(),
                      void (*loader_end)(), void* stack) {
    using Start = int (*)(Main, int, char**, void (*)(), void (*)(), void (*)(), void*);
    const auto start = reinterpret_cast<Start>(::dlsym(RTLD_NEXT, "__libc_start_main"));
    program_main = main;
    return start(counted_main, argc, argv, begin, end, loader_end, stack);
}
}
