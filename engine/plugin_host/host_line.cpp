// SPDX-License-Identifier: Apache-2.0
#include "engine/plugin_host/host_line.hpp"

#include <limits>

namespace colonnade::engine {
namespace {

// The program is believed.
constexpr std::size_t Any = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::optional<Frame> HostLine::next() {
    Frame frame;
    if (channel_.receive(frame, Any) != Channel::Outcome::Fine) return std::nullopt;
    return frame;
}

void HostLine::send(Message message, std::uint32_t number, std::string payload) {
    // Where the program is gone, the next question does not come.
    static_cast<void>(channel_.send({message, number, std::move(payload)}));
}

std::optional<std::string> HostLine::ask(Message message, std::string payload) {
    send(message, ++asked_, std::move(payload));
    auto read = next();
    if (!read || read->message != Message::Read || read->number != asked_) return std::nullopt;
    return std::move(read->payload);
}

}  // namespace colonnade::engine
