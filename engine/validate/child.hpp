// SPDX-License-Identifier: Apache-2.0
// The process that runs a single case, seen from outside.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace colonnade::engine {

struct ChildSurroundings {
    std::vector<std::string> environment;
    std::string folder;  // current one
};

struct ChildEnd {
    enum class How { Exited, Killed, TimedOut, NotStarted };
    How how = How::NotStarted;
    int number = 0;       // exit code or signal
    std::string written;  // to the descriptor that results are written to
};

// `words` are the program's path and its arguments. Its other streams lead nowhere.
[[nodiscard]] ChildEnd run_child(const std::vector<std::string>& words,
                                 const ChildSurroundings& surroundings,
                                 std::chrono::milliseconds time);

}  // namespace colonnade::engine
