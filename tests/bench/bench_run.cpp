// SPDX-License-Identifier: Apache-2.0
// Runs a command and writes, to a file, its seconds and the most memory that it held in kilobytes:
// bench_run FILE COMMAND… Small on purpose: Linux counts what a process held before it became
// another one, so a program that is started from a large one seems to be large.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace {

constexpr int Failed = 127;

int write_down(const char* path, double seconds, long kilobytes) {
    auto* file = std::fopen(path, "w");
    if (file == nullptr) return Failed;
    std::fprintf(file, "%.6f %ld\n", seconds, kilobytes);
    return std::fclose(file) == 0 ? 0 : Failed;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fputs("usage: bench_run FILE COMMAND...\n", stderr);
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    const auto child = ::fork();
    if (child == 0) {
        ::execvp(arguments[2], arguments + 2);
        ::_exit(Failed);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) < 0) return Failed;
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    const int failed = write_down(arguments[1], passed.count(), usage.ru_maxrss);
    if (failed != 0) return failed;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
