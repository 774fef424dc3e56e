// SPDX-License-Identifier: Apache-2.0
// One child process: started with nothing but what it is handed, and never left behind.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace colonnade::engine {

class Process {
public:
    // The descriptors become 3, 4, … of the child; what else is open here is closed there, its
    // standard streams lead nowhere and its environment is empty. Null with words in `problem`.
    // The child is killed when the calling *thread* ends, as Linux has it.
    [[nodiscard]] static std::unique_ptr<Process> start(const std::filesystem::path& program,
                                                        std::vector<std::string> arguments,
                                                        std::span<const int> descriptors,
                                                        std::string& problem);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    // Kills it unless it has ended, and tells how it ended: "crashed (segmentation fault)".
    [[nodiscard]] std::string end();

private:
    explicit Process(pid_t id) : id_(id) {}

    std::optional<pid_t> id_;
    std::string ended_;
};

}  // namespace colonnade::engine
