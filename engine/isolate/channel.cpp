// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/channel.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>

namespace colonnade::engine {
namespace {

struct Header {
    std::uint32_t size;
    std::uint32_t message;
    std::uint32_t number;
};

// A payload grows as it arrives: what is only announced takes no memory.
constexpr std::size_t StepBytes = 1024 * 1024;

int flags(const Deadline* deadline) {
    return MSG_NOSIGNAL | (deadline == nullptr ? 0 : MSG_DONTWAIT);
}

bool would_block() {
    return errno == EAGAIN || errno == EWOULDBLOCK;
}

}  // namespace

Channel::~Channel() {
    ::close(socket_);
}

Channel::Outcome Channel::send(const Frame& frame, const Deadline* deadline) {
    if (frame.payload.size() > std::numeric_limits<std::uint32_t>::max()) return Outcome::Nonsense;
    const Header header{static_cast<std::uint32_t>(frame.payload.size()),
                        static_cast<std::uint32_t>(frame.message), frame.number};
    // Mostly one write: small payloads go along.
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    const auto along = std::min(frame.payload.size(), StepBytes);
    bytes.append(frame.payload, 0, along);
    const auto sent = send_bytes(bytes.data(), bytes.size(), deadline);
    if (sent != Outcome::Fine) return sent;
    return send_bytes(frame.payload.data() + along, frame.payload.size() - along, deadline);
}

Channel::Outcome Channel::receive(Frame& frame, std::size_t most, const Deadline* deadline) {
    std::array<char, sizeof(Header)> bytes{};
    if (const auto got = receive_bytes(bytes.data(), bytes.size(), deadline); got != Outcome::Fine)
        return got;
    Header header{};
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.size > most || header.message > static_cast<std::uint32_t>(Message::Read))
        return Outcome::Nonsense;
    frame.message = static_cast<Message>(header.message);
    frame.number = header.number;
    frame.payload.clear();
    while (frame.payload.size() < header.size) {
        const auto at = frame.payload.size();
        const auto step = std::min(StepBytes, header.size - at);
        frame.payload.resize(at + step);
        const auto got = receive_bytes(frame.payload.data() + at, step, deadline);
        if (got != Outcome::Fine) return got;
    }
    return Outcome::Fine;
}

Channel::Outcome Channel::finish(const Deadline& deadline) {
    ::shutdown(socket_, SHUT_WR);
    std::array<char, 4096> ignored{};
    while (true) {
        const auto got = receive_bytes(ignored.data(), ignored.size(), &deadline);
        if (got != Outcome::Fine) return got;
    }
}

Channel::Outcome Channel::send_bytes(const char* data, std::size_t size, const Deadline* deadline) {
    while (size > 0) {
        const auto count = ::send(socket_, data, size, flags(deadline));
        if (count > 0) {
            data += count;
            size -= static_cast<std::size_t>(count);
        } else if (count < 0 && would_block()) {
            if (const auto waited = wait(POLLOUT, deadline); waited != Outcome::Fine) return waited;
        } else if (errno != EINTR) {
            return Outcome::Closed;
        }
    }
    return Outcome::Fine;
}

Channel::Outcome Channel::receive_bytes(char* data, std::size_t size, const Deadline* deadline) {
    while (size > 0) {
        const auto count = ::recv(socket_, data, size, flags(deadline));
        if (count > 0) {
            data += count;
            size -= static_cast<std::size_t>(count);
            // Somebody who sends for ever is late, too.
            if (deadline != nullptr && deadline->passed()) return Outcome::Late;
        } else if (count < 0 && would_block()) {
            if (const auto waited = wait(POLLIN, deadline); waited != Outcome::Fine) return waited;
        } else if (count == 0 || errno != EINTR) {
            return Outcome::Closed;
        }
    }
    return Outcome::Fine;
}

// Only where there is a deadline: without one, sending and receiving wait themselves.
Channel::Outcome Channel::wait(short event, const Deadline* deadline) const {
    while (true) {
        pollfd waited{socket_, event, 0};
        const auto left = std::min<std::chrono::milliseconds::rep>(deadline->remaining().count(),
                                                                   std::numeric_limits<int>::max());
        const int ready = ::poll(&waited, 1, static_cast<int>(left));
        if (ready > 0) return Outcome::Fine;
        if (ready == 0 && deadline->passed()) return Outcome::Late;
        if (ready < 0 && errno != EINTR) return Outcome::Closed;
    }
}

}  // namespace colonnade::engine
