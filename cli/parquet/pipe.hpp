// SPDX-License-Identifier: Apache-2.0
// The two ends of a pipe; each is closed in the end.
#pragma once

#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>

namespace colonnade::cli {

class Pipe {
public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0)
            throw std::system_error(errno, std::generic_category(), "pipe");
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_out();
        close_in();
    }

    // What is read comes out here.
    [[nodiscard]] int out() const { return ends_[0]; }
    [[nodiscard]] int in() const { return ends_[1]; }
    void close_out() { close(ends_[0]); }
    void close_in() { close(ends_[1]); }

private:
    static void close(int& end) {
        if (end >= 0) ::close(std::exchange(end, -1));
    }

    std::array<int, 2> ends_{-1, -1};
};

}  // namespace colonnade::cli
