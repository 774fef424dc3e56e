// SPDX-License-Identifier: Apache-2.0
#include "engine/validate/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "engine/host/deadline.hpp"
#include "engine/validate/run_case.hpp"

namespace colonnade::engine {
namespace {

// Messages are a few lines; more is a plugin that writes into what is not its own.
constexpr std::size_t MostWritten = 1024 * 1024;

class Pipe {
public:
    Pipe() { ok_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] int out() const { return ends_[0]; }
    [[nodiscard]] int in() const { return ends_[1]; }
    void close_in() { close_end(1); }

private:
    void close_end(std::size_t end) {
        if (ends_[end] >= 0) ::close(ends_[end]);
        ends_[end] = -1;
    }
    std::array<int, 2> ends_{-1, -1};
    bool ok_;
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (const auto& text : texts)
        all.push_back(const_cast<char*>(text.c_str()));
    all.push_back(nullptr);
    return all;
}

// -1 where it cannot be started.
pid_t spawn(const std::vector<std::string>& words, const ChildSurroundings& surroundings,
            const Pipe& pipe) {
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    for (const int stream : {0, 1, 2})
        ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null",
                                           stream == 0 ? O_RDONLY : O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, pipe.in(), ResultDescriptor);
    ::posix_spawn_file_actions_addchdir_np(&actions, surroundings.folder.c_str());
    pid_t child = -1;
    const auto arguments = pointers(words);
    const auto environment = pointers(surroundings.environment);
    const int code = ::posix_spawn(&child, words.front().c_str(), &actions, nullptr,
                                   arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    return code == 0 ? child : -1;
}

// False where time is up before the other side has closed.
bool read_to_end(int from, const Deadline& deadline, std::string& written) {
    while (true) {
        pollfd wait{from, POLLIN, 0};
        const auto left = static_cast<int>(deadline.remaining().count());
        const int ready = ::poll(&wait, 1, left);
        if (ready == 0) return false;
        if (ready < 0 && errno == EINTR) continue;
        std::array<char, 4096> bite;
        const auto count = ::read(from, bite.data(), bite.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return true;
        const auto room = MostWritten - written.size();
        written.append(bite.data(), std::min(static_cast<std::size_t>(count), room));
    }
}

}  // namespace

ChildEnd run_child(const std::vector<std::string>& words, const ChildSurroundings& surroundings,
                   std::chrono::milliseconds time) {
    ChildEnd end;
    Pipe pipe;
    const auto child = pipe.ok() ? spawn(words, surroundings, pipe) : -1;
    if (child < 0) return end;
    pipe.close_in();
    const bool in_time = read_to_end(pipe.out(), Deadline(time), end.written);
    if (!in_time) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    end.how = !in_time            ? ChildEnd::How::TimedOut
              : WIFEXITED(status) ? ChildEnd::How::Exited
                                  : ChildEnd::How::Killed;
    end.number = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
    return end;
}

}  // namespace colonnade::engine
