// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/process_state.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cfenv>
#include <clocale>
#include <csignal>
#include <filesystem>
#include <system_error>

namespace colonnade::engine {
namespace {

namespace fs = std::filesystem;

std::string environment() {
    std::string all;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry)
        all += std::string(*entry) + '\n';
    return all;
}

std::string signal_handlers() {
    std::string all;
    for (int signal = 1; signal < 32; ++signal) {
        struct sigaction action {};
        if (::sigaction(signal, nullptr, &action) != 0) continue;
        all += fmt::format("{} {} {}\n", signal,
                           reinterpret_cast<std::uintptr_t>(action.sa_handler), action.sa_flags);
    }
    return all;
}

std::string count_in(const char* folder) {
    std::error_code code;
    std::size_t count = 0;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
        ++count;
    return fmt::format("{}", count);
}

// Rounding, and on x86 also whether tiny numbers are taken as 0.
std::string arithmetic() {
    auto text = fmt::format("{}", std::fegetround());
#if defined(__x86_64__)
    // The upper bits are exceptions that happened, which nobody looks at.
    constexpr unsigned Modes = 0xFFC0U;
    std::fenv_t state{};
    std::fegetenv(&state);
    text += fmt::format(" {}", state.__mxcsr & Modes);
#endif
    return text;
}

}  // namespace

ProcessState::ProcessState() {
    std::error_code code;
    parts_ = {{"the locale", std::setlocale(LC_ALL, nullptr)},
              {"the environment", environment()},
              {"the current folder", fs::current_path(code).string()},
              {"signal handlers", signal_handlers()},
              {"the arithmetic of the processor", arithmetic()},
              {"the number of threads", count_in("/proc/self/task")},
              {"the number of open files", count_in("/proc/self/fd")}};
}

std::vector<std::string> ProcessState::changes_since(const ProcessState& before) const {
    std::vector<std::string> changes;
    for (const auto& [what, now] : parts_) {
        if (before.parts_.at(what) != now) changes.push_back(what);
    }
    return changes;
}

}  // namespace colonnade::engine
