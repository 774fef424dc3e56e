// SPDX-License-Identifier: Apache-2.0
// Frames over one end of a socket. Either end may die, send nonsense or stop reading at any time.
#pragma once

#include <cstddef>
#include <string>

#include "engine/host/deadline.hpp"
#include "engine/isolate/frame.hpp"

namespace colonnade::engine {

class Channel {
public:
    // Owns the socket from now on.
    explicit Channel(int socket) : socket_(socket) {}
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    enum class Outcome { Fine, Closed, Late, Nonsense };
    // Without a deadline, as long as it takes. After anything but Fine the channel is of no use.
    [[nodiscard]] Outcome send(const Frame& frame, const Deadline* deadline = nullptr);
    // A payload of more than `most` bytes is nonsense.
    [[nodiscard]] Outcome receive(Frame& frame, std::size_t most,
                                  const Deadline* deadline = nullptr);
    // Says that nothing more will be sent, and waits until the other end is gone.
    [[nodiscard]] Outcome finish(const Deadline& deadline);

private:
    [[nodiscard]] Outcome send_bytes(const char* data, std::size_t size, const Deadline* deadline);
    [[nodiscard]] Outcome receive_bytes(char* data, std::size_t size, const Deadline* deadline);
    [[nodiscard]] Outcome wait(short event, const Deadline* deadline) const;

    int socket_;
};

}  // namespace colonnade::engine
