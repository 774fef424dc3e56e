// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace colonnade::engine {
namespace {

constexpr int FirstDescriptor = 3;
// Above every number that the child gives a meaning to, so that none is overwritten on the way.
constexpr int SafeDescriptor = 64;

std::string words_of(int problem) {
    return std::generic_category().message(problem);
}

class Descriptors {
public:
    explicit Descriptors(std::span<const int> originals) {
        for (const int original : originals)
            copies_.push_back(::fcntl(original, F_DUPFD_CLOEXEC, SafeDescriptor));
    }
    ~Descriptors() {
        for (const int copy : copies_)
            if (copy >= 0) ::close(copy);
    }
    Descriptors(const Descriptors&) = delete;
    Descriptors& operator=(const Descriptors&) = delete;
    [[nodiscard]] const std::vector<int>& copies() const { return copies_; }

private:
    std::vector<int> copies_;
};

// How a child starts: posix_spawn's two lists, of which the first problem is kept.
class Setup {
public:
    Setup() {
        keep(::posix_spawn_file_actions_init(&actions_));
        keep(::posix_spawnattr_init(&attributes_));
    }
    ~Setup() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    Setup(const Setup&) = delete;
    Setup& operator=(const Setup&) = delete;

    void hand_over(const std::vector<int>& descriptors) {
        keep(::posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0));
        keep(::posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0));
        keep(::posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0));
        int target = FirstDescriptor;
        for (const int descriptor : descriptors)
            keep(::posix_spawn_file_actions_adddup2(&actions_, descriptor, target++));
        keep(::posix_spawn_file_actions_addclosefrom_np(&actions_, target));
    }

    // A session of its own: no terminal, and no signals that are meant for this program. Nothing
    // blocked or ignored, whatever this thread blocks and ignores.
    void detach() {
        sigset_t none;
        sigset_t all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        keep(::posix_spawnattr_setsigmask(&attributes_, &none));
        keep(::posix_spawnattr_setsigdefault(&attributes_, &all));
        keep(::posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID));
    }

    [[nodiscard]] int spawn(pid_t& id, const std::filesystem::path& program, char** arguments) {
        char* environment[] = {nullptr};
        if (problem_ != 0) return problem_;
        return ::posix_spawn(&id, program.c_str(), &actions_, &attributes_, arguments, environment);
    }

private:
    void keep(int problem) {
        if (problem_ == 0) problem_ = problem;
    }

    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
    int problem_ = 0;
};

struct Signal {
    int number;
    const char* words;
};

// Not strsignal, which speaks the user's language.
constexpr Signal Crashes[] = {
    {SIGSEGV, "segmentation fault"},   {SIGBUS, "bus error"}, {SIGFPE, "arithmetic error"},
    {SIGILL, "illegal instruction"},   {SIGABRT, "aborted"},  {SIGTRAP, "trap"},
    {SIGSYS, "forbidden system call"},
};

std::string words_of_ending(int status) {
    if (WIFEXITED(status)) return fmt::format("ended by itself with code {}", WEXITSTATUS(status));
    const int number = WTERMSIG(status);
    for (const auto& crash : Crashes) {
        if (crash.number == number) return fmt::format("crashed ({})", crash.words);
    }
    if (number == SIGKILL) return "was killed, by the system or by itself";
    return fmt::format("ended by signal {}", number);
}

}  // namespace

std::unique_ptr<Process> Process::start(const std::filesystem::path& program,
                                        std::vector<std::string> arguments,
                                        std::span<const int> descriptors, std::string& problem) {
    const Descriptors copies(descriptors);
    for (const int copy : copies.copies()) {
        if (copy >= 0) continue;
        problem = words_of(errno);
        return nullptr;
    }
    arguments.insert(arguments.begin(), program.filename().string());
    std::vector<char*> pointers;
    for (auto& argument : arguments)
        pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    Setup setup;
    setup.hand_over(copies.copies());
    setup.detach();
    pid_t id = 0;
    if (const int failed = setup.spawn(id, program, pointers.data()); failed != 0) {
        problem = words_of(failed);
        return nullptr;
    }
    return std::unique_ptr<Process>(new Process(id));
}

Process::~Process() {
    static_cast<void>(end());
}

// The kill does nothing to one that is ending: what is told then is how it ended itself. Its number
// belongs to nobody else until it has been waited for.
std::string Process::end() {
    if (!id_) return ended_;
    ::kill(*id_, SIGKILL);
    int status = 0;
    while (::waitpid(*id_, &status, 0) < 0) {
        // Somebody else in this process has waited for it.
        if (errno == EINTR) continue;
        id_.reset();
        return ended_ = "is gone";
    }
    id_.reset();
    return ended_ = words_of_ending(status);
}

}  // namespace colonnade::engine
