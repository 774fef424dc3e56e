// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/last_input.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <initializer_list>
#include <utility>

#ifdef COLONNADE_SANITIZE
// Both say what they know and then end by a signal, as everything else does.
extern "C" [[gnu::visibility("default")]] const char* __asan_default_options() {
    return "abort_on_error=1";
}
extern "C" [[gnu::visibility("default")]] const char* __ubsan_default_options() {
    return "abort_on_error=1:print_stacktrace=1";
}
#endif

namespace colonnade::fuzz {
namespace {

// What handlers of signals may use: memory that is there, and calls of the system.
struct Last {
    std::string_view input;
    std::string file;
};

Last& last() {
    static Last one;
    return one;
}

void tell(std::string_view text) {
    static_cast<void>(!write(STDERR_FILENO, text.data(), text.size()));
}

void keep() {
    const auto& [input, path] = last();
    if (path.empty()) return;
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool kept =
        file >= 0 && write(file, input.data(), input.size()) == static_cast<ssize_t>(input.size());
    tell(kept ? "\nits input is kept: " : "\nits input could not be kept: ");
    tell(path);
    tell("\n");
}

void end_by_signal(int number) {
    if (number == SIGALRM) tell("an input takes too long\n");
    keep();
    // As if nobody had looked.
    std::signal(number, SIG_DFL);
    std::raise(number);
}

// On a stack of its own: that of the process may be what has run out.
void handle(std::initializer_list<int> signals) {
    static std::array<char, 1 << 16> stack;
    const stack_t own{stack.data(), 0, stack.size()};
    sigaltstack(&own, nullptr);
    struct sigaction action {};
    action.sa_handler = end_by_signal;
    action.sa_flags = SA_ONSTACK;
    for (const int number : signals)
        sigaction(number, &action, nullptr);
}

}  // namespace

void keep_last_input() {
    handle({SIGABRT, SIGALRM});
#ifndef COLONNADE_SANITIZE
    handle({SIGSEGV, SIGBUS, SIGFPE, SIGILL});
#endif
}

void note_input(std::string_view input, std::string file, unsigned seconds) {
    last() = {input, std::move(file)};
    alarm(seconds);
}

void note_no_input() {
    note_input({}, {}, 0);
}

}  // namespace colonnade::fuzz
