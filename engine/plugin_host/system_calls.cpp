// SPDX-License-Identifier: Apache-2.0
// The one file that meets libseccomp.
#include "engine/plugin_host/system_calls.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <span>
#include <system_error>

#include "engine/isolate/frame.hpp"

namespace colonnade::engine {
namespace {

using Conditions = std::initializer_list<scmp_arg_cmp>;

// Memory, locks, clocks, its own end: what computing needs. No call here names a file, a socket or
// another process. Chance is not among them: the same input gives the same result.
constexpr int Computing[] = {
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigprocmask),
#ifdef COLONNADE_SANITIZE
    // The sanitizers' runtime looks after stacks and handlers of its own, and finds out by means of
    // a pipe whether an address can be read.
    SCMP_SYS(sigaltstack),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(prlimit64),
    SCMP_SYS(pipe),
    SCMP_SYS(pipe2),
    SCMP_SYS(read),
    SCMP_SYS(write),
#endif
};

// What the loader does besides. `prctl` and `seccomp` are for the next phase.
constexpr int Loading[] = {
    SCMP_SYS(read),   SCMP_SYS(pread64),   SCMP_SYS(close),      SCMP_SYS(fstat),
    SCMP_SYS(stat),   SCMP_SYS(lstat),     SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(readlink),   SCMP_SYS(readlinkat),
    SCMP_SYS(lseek),  SCMP_SYS(mmap),      SCMP_SYS(mprotect),   SCMP_SYS(getcwd),
    SCMP_SYS(prctl),  SCMP_SYS(seccomp),   SCMP_SYS(getrandom),
};

class Filter {
public:
    Filter() : context_(::seccomp_init(SCMP_ACT_ERRNO(EPERM))) {
        if (context_ == nullptr) problem_ = -ENOMEM;
    }
    ~Filter() {
        if (context_ != nullptr) ::seccomp_release(context_);
    }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    void allow(int call, Conditions conditions = {}) {
        if (problem_ != 0) return;
        problem_ =
            ::seccomp_rule_add_array(context_, SCMP_ACT_ALLOW, call,
                                     static_cast<unsigned>(conditions.size()), conditions.begin());
        // A call that this machine does not have cannot be made either.
        if (problem_ == -EDOM) problem_ = 0;
    }
    void allow(std::span<const int> calls) {
        for (const int call : calls)
            allow(call);
    }
    // 0, or a negated errno.
    [[nodiscard]] int load() { return problem_ != 0 ? problem_ : ::seccomp_load(context_); }

private:
    scmp_filter_ctx context_;
    int problem_ = 0;
};

constexpr scmp_arg_cmp equal(unsigned argument, scmp_datum_t value) {
    return {argument, SCMP_CMP_EQ, value, 0};
}

constexpr scmp_arg_cmp bits(unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void allow_control(Filter& filter) {
    filter.allow(SCMP_SYS(recvfrom), {equal(0, ControlDescriptor)});
    filter.allow(SCMP_SYS(sendto), {equal(0, ControlDescriptor)});
    // So that `abort` is seen as what it is.
    filter.allow(SCMP_SYS(tgkill), {equal(0, static_cast<scmp_datum_t>(::getpid()))});
}

void allow_reading(Filter& filter) {
    constexpr scmp_datum_t Writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    filter.allow(SCMP_SYS(open), {bits(1, Writing, O_RDONLY)});
    filter.allow(SCMP_SYS(openat), {bits(2, Writing, O_RDONLY)});
}

// New memory holds no code, and neither does what is there.
void allow_memory(Filter& filter) {
    filter.allow(SCMP_SYS(mmap), {bits(2, PROT_EXEC, 0), bits(3, MAP_ANONYMOUS, MAP_ANONYMOUS)});
    filter.allow(SCMP_SYS(mprotect), {bits(2, PROT_EXEC, 0)});
#ifdef COLONNADE_SANITIZE
    filter.allow(SCMP_SYS(close), {{0, SCMP_CMP_GT, ControlDescriptor, 0}});
#endif
}

}  // namespace

std::string allow_system_calls(Phase phase) {
    Filter filter;
    filter.allow(Computing);
    allow_control(filter);
    if (phase == Phase::Loading) {
        filter.allow(Loading);
        allow_reading(filter);
    } else {
        allow_memory(filter);
    }
    const int problem = filter.load();
    if (problem == 0) return {};
    return fmt::format("the system cannot restrict system calls (seccomp: {})",
                       std::generic_category().message(-problem));
}

}  // namespace colonnade::engine
