// SPDX-License-Identifier: Apache-2.0
// The process's end of the conversation with the program that started it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/isolate/channel.hpp"

namespace colonnade::engine {

class HostLine {
public:
    HostLine() : channel_(ControlDescriptor) {}

    // The next question, or nothing where the program is gone or wants no more.
    [[nodiscard]] std::optional<Frame> next();
    void send(Message message, std::uint32_t number, std::string payload);
    // Asks the program while it waits for an answer: the payload of what it says, or nothing where
    // it is gone.
    [[nodiscard]] std::optional<std::string> ask(Message message, std::string payload);

private:
    Channel channel_;
    std::uint32_t asked_ = 0;
};

}  // namespace colonnade::engine
