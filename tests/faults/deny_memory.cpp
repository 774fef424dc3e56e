// SPDX-License-Identifier: Apache-2.0
// Loaded before a program's libraries (LD_PRELOAD), it stands before malloc: the n-th allocation
// that the program makes finds no memory, or all from there on. `operator new` asks malloc, so it
// is met too. What is allocated before `main` is the system's own start and is not counted.
//
//   DENY_NTH=n       which one; absent: none
//   DENY_ON=1        and all that follow
//   DENY_STACKS=FILE where for each of them stands who asks: 8 bytes, the same for the same calls
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

constexpr long MaxTold = 1 << 20;  // of one run; the longest has a tenth of that
constexpr int MaxFrames = 1 << 9;

std::atomic<long> allocations{0};
long denied = -1;
bool goes_on = false;
bool counts = false;
int told = -1;
std::uint64_t* stacks = nullptr;

// Where a call lies, the same in every run.
std::uint64_t place(void* call) {
    dl_find_object module;
    const bool is_known = ::_dl_find_object(call, &module) == 0;
    return reinterpret_cast<std::uintptr_t>(call) - (is_known ? module.dlfo_link_map->l_addr : 0);
}

// The calls that led here. Where a function calls itself, how often it did makes no other stack.
std::uint64_t stack() {
    std::array<void*, MaxFrames> frames;
    const auto end = frames.begin() + ::backtrace(frames.data(), MaxFrames);
    std::uint64_t hash = 14695981039346656037U;
    for (auto at = frames.begin(); at != end; ++at)
        if (std::find(frames.begin(), at, *at) == at) hash = (hash ^ place(*at)) * 1099511628211U;
    return hash;
}

bool is_denied() {
    if (!counts) return false;
    const long number = ++allocations;
    if (stacks != nullptr && number <= MaxTold) stacks[number - 1] = stack();
    const bool is_meant = denied > 0 && (goes_on ? number >= denied : number == denied);
    if (is_meant) errno = ENOMEM;
    return is_meant;
}

void open_stacks(const char* file) {
    ::backtrace(std::array<void*, 1>().data(), 1);  // what it needs, it loads when first called
    told = ::open(file, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    constexpr auto Size = MaxTold * sizeof *stacks;
    if (told < 0 || ::ftruncate(told, Size) != 0) std::abort();
    void* place = ::mmap(nullptr, Size, PROT_READ | PROT_WRITE, MAP_SHARED, told, 0);
    if (place == MAP_FAILED) std::abort();
    stacks = static_cast<std::uint64_t*>(place);
}

void close_stacks() {
    counts = false;
    const long number = allocations.load();
    if (number > MaxTold || ::ftruncate(told, number * 8) != 0) std::abort();
}

using Main = int (*)(int, char**, char**);
Main program_main = nullptr;

int counted_main(int argc, char** argv, char** environment) {
    if (const char* nth = std::getenv("DENY_NTH")) denied = std::atol(nth);
    goes_on = std::getenv("DENY_ON") != nullptr;
    if (const char* file = std::getenv("DENY_STACKS")) {
        open_stacks(file);
        std::atexit(close_stacks);
    }
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
