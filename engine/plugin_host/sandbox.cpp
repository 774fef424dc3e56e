// SPDX-License-Identifier: Apache-2.0
#include "engine/plugin_host/sandbox.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "engine/plugin_host/landlock.hpp"
#include "engine/plugin_host/system_calls.hpp"

namespace colonnade::engine {
namespace {

struct Limit {
    int what;
    rlim_t most;
};

constexpr rlim_t MiB = 1024 * 1024;

constexpr Limit Limits[] = {
#ifndef COLONNADE_SANITIZE
    // A document of 256 MiB, three times over, and what a plugin keeps beside it. (A sanitizer
    // reserves terabytes for its shadow.)
    {RLIMIT_AS, 2048 * MiB},
#endif
    {RLIMIT_STACK, 8 * MiB},
    {RLIMIT_CORE, 0},
    {RLIMIT_FSIZE, 0},
    // Those that it starts with, and the libraries that a library needs, one at a time.
    {RLIMIT_NOFILE, 32},
};

std::string last_problem(const char* what) {
    return fmt::format("{}: {}", what, std::generic_category().message(errno));
}

std::string set_limits() {
    for (const auto& limit : Limits) {
        rlimit value{limit.most, limit.most};
        rlimit before{};
        // A hard limit that is lower already cannot be raised, and is as good.
        if (::getrlimit(static_cast<__rlimit_resource>(limit.what), &before) == 0 &&
            before.rlim_max < limit.most)
            value = {before.rlim_max, before.rlim_max};
        if (::setrlimit(static_cast<__rlimit_resource>(limit.what), &value) != 0)
            return last_problem("limits");
    }
    return {};
}

// Dies with its parent, also where that has died before it was asked for.
std::string follow(pid_t parent) {
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return last_problem("end with the parent");
    if (::getppid() != parent) return "the program that started it is gone";
    return {};
}

// Nobody of the same user looks into it, and nothing that it runs gains rights.
std::string give_up_rights() {
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return last_problem("closed memory");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return last_problem("no new rights");
    return {};
}

}  // namespace

std::string enter_sandbox(pid_t parent) {
    auto problem = follow(parent);
    if (problem.empty()) problem = set_limits();
    if (problem.empty()) problem = give_up_rights();
    // Where the kernel has none, the system calls alone keep it in.
    if (problem.empty()) restrict_files();
    if (problem.empty()) problem = allow_system_calls(Phase::Loading);
    return problem;
}

std::string narrow_sandbox() {
    return allow_system_calls(Phase::Computing);
}

}  // namespace colonnade::engine
