// SPDX-License-Identifier: Apache-2.0
// A call that is watched raises SIGSYS; the
// handler looks at it, which a filter in the kernel cannot do with a path. What the loader itself
// must open is opened by the handler, with a mark that lets it through.
#include "engine/plugin_check/watch_system_calls.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "dsl/text/unicode.hpp"

namespace colonnade::engine {
namespace {

// What computing, memory, threads and reading take. Everything else is forbidden.
constexpr std::array Allowed{"access",
                             "arch_prctl",
                             "brk",
                             "clock_getres",
                             "clock_gettime",
                             "clock_nanosleep",
                             "close",
                             "exit",
                             "exit_group",
                             "faccessat",
                             "faccessat2",
                             "fcntl",
                             "fstat",
                             "fstatfs",
                             "futex",
                             "getcwd",
                             "getdents64",
                             "getegid",
                             "geteuid",
                             "getgid",
                             "getpid",
                             "getrandom",
                             "getrlimit",
                             "getrusage",
                             "gettid",
                             "gettimeofday",
                             "getuid",
                             "lseek",
                             "lstat",
                             "madvise",
                             "membarrier",
                             "mmap",
                             "mprotect",
                             "mremap",
                             "munmap",
                             "nanosleep",
                             "newfstatat",
                             "poll",
                             "pread64",
                             "read",
                             "readlink",
                             "readlinkat",
                             "readv",
                             "restart_syscall",
                             "rseq",
                             "rt_sigaction",
                             "rt_sigpending",
                             "rt_sigprocmask",
                             "rt_sigreturn",
                             "sched_getaffinity",
                             "sched_getparam",
                             "sched_getscheduler",
                             "sched_yield",
                             "set_robust_list",
                             "set_tid_address",
                             "sigaltstack",
                             "stat",
                             "statfs",
                             "statx",
                             "sysinfo",
                             "tgkill",
                             "time",
                             "uname",
                             "write",
                             "writev"};

// Only the handler gives this as the sixth argument of `openat`, which has four.
constexpr std::uint64_t Mark = 0x6F70656E;
constexpr int WritesFlags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;

constexpr std::size_t MostNotes = 16;
constexpr std::size_t MostPathBytes = 200;

struct Note {
    int call = 0;
    char path[MostPathBytes] = {};
};
// Written by a signal handler, so nothing is allocated.
std::array<Note, MostNotes> notes;
std::size_t note_count = 0;

void note(int call, const char* path) {
    if (note_count == MostNotes) return;
    auto& to = notes[note_count++];
    to.call = call;
    if (path != nullptr) std::strncpy(to.path, path, MostPathBytes - 1);
}

// Libraries, and what the C library and sanitizers read about the process and the machine.
bool is_of_loader(std::string_view path) {
    return path.find(".so") != std::string_view::npos || path.starts_with("/proc/self/") ||
           path.starts_with("/sys/devices/system/") || path == "/etc/ld.so.cache" ||
           path == "/proc/meminfo";
}

#if defined(__x86_64__)
greg_t& result_of(ucontext_t& context) {
    return context.uc_mcontext.gregs[REG_RAX];
}
greg_t argument_of(const ucontext_t& context, int i) {
    constexpr std::array Registers{REG_RDI, REG_RSI, REG_RDX, REG_R10};
    return context.uc_mcontext.gregs[Registers[static_cast<std::size_t>(i)]];
}
#else
auto& result_of(ucontext_t& context) {
    return context.uc_mcontext.regs[0];
}
auto argument_of(const ucontext_t& context, int i) {
    return context.uc_mcontext.regs[static_cast<std::size_t>(i)];
}
#endif

long open_for_loader(const ucontext_t& context) {
    const auto opened = ::syscall(SYS_openat, argument_of(context, 0), argument_of(context, 1),
                                  argument_of(context, 2), argument_of(context, 3), 0, Mark);
    return opened < 0 ? -errno : opened;
}

void on_call(int /*signal*/, siginfo_t* info, void* raw) {
    auto& context = *static_cast<ucontext_t*>(raw);
    const int error = errno;
    const bool opens = info->si_syscall == SYS_openat;
    const char* path = opens ? reinterpret_cast<const char*>(argument_of(context, 1)) : nullptr;
    const bool writes = opens && (argument_of(context, 2) & WritesFlags) != 0;
    if (opens && !writes && is_of_loader(path)) {
        result_of(context) = open_for_loader(context);
    } else {
        note(info->si_syscall, path);
        result_of(context) = -EPERM;
    }
    errno = error;
}

class Filter {
public:
    explicit Filter(std::uint32_t otherwise) : context_(seccomp_init(otherwise)) {}
    ~Filter() { seccomp_release(context_); }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    // A call that this machine does not have needs no rule.
    template <class... Comparisons>
    void add(std::uint32_t action, const char* name, Comparisons... comparisons) {
        const int call = seccomp_syscall_resolve_name(name);
        if (call == __NR_SCMP_ERROR || call < 0) return;
        ok_ = ok_ &&
              seccomp_rule_add(context_, action, call, sizeof...(comparisons), comparisons...) == 0;
    }
    [[nodiscard]] bool load() { return context_ != nullptr && ok_ && seccomp_load(context_) == 0; }

private:
    scmp_filter_ctx context_;
    bool ok_ = true;
};

void allow_computing(Filter& filter) {
    for (const char* name : Allowed)
        filter.add(SCMP_ACT_ALLOW, name);
    // The C library then takes the old call, whose flags a filter can see.
    filter.add(SCMP_ACT_ERRNO(ENOSYS), "clone3");
}

}  // namespace

bool forbid_system_calls() {
    Filter filter(SCMP_ACT_ERRNO(EPERM));
    allow_computing(filter);
    filter.add(SCMP_ACT_ALLOW, "openat", scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, WritesFlags, 0});
    filter.add(SCMP_ACT_ALLOW, "clone",
               scmp_arg_cmp{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD});
    return filter.load();
}

bool watch_system_calls() {
    struct sigaction action {};
    action.sa_sigaction = on_call;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    if (::sigaction(SIGSYS, &action, nullptr) != 0) return false;
    note_count = 0;
    Filter filter(SCMP_ACT_TRAP);
    allow_computing(filter);
    filter.add(SCMP_ACT_ALLOW, "openat", scmp_arg_cmp{5, SCMP_CMP_EQ, Mark, 0});
    return filter.load();
}

std::vector<std::string> watched_system_calls() {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < note_count; ++i) {
        char* name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, notes[i].call);
        auto text = name == nullptr ? fmt::format("call {}", notes[i].call) : std::string(name);
        std::free(name);
        if (notes[i].path[0] != '\0') text += fmt::format(" of {}", dsl::visible(notes[i].path));
        if (std::find(names.begin(), names.end(), text) == names.end())
            names.push_back(std::move(text));
    }
    return names;
}

}  // namespace colonnade::engine
