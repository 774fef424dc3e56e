// SPDX-License-Identifier: Apache-2.0
// Messages as turns: what the other side wrote in one go, and our answer to it. Order within the
// list does not matter. Messages after `as_of`, or with anything unknown, are not there.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "functions.hpp"

namespace colonnade::relationships {

enum MessageField { At, Thread, Sent };

[[nodiscard]] constexpr sdk::Parameter messages_parameter() {
    return {
        .name = "messages",
        .kind = sdk::Kind::List,
        .fields = {
            {"at", sdk::Kind::Time}, {"thread", sdk::Kind::Number}, {"sent", sdk::Kind::YesNo}}};
}

// Incoming messages of one thread with none of ours between them.
struct Turn {
    std::int64_t first;                    // when the first of them came
    std::int64_t last;                     // when the last of them came
    std::optional<std::int64_t> answered;  // when our next message in the thread went out
};

class Conversation {
public:
    // The turns of one person's messages; lives until the next call.
    const std::vector<Turn>& turns_of(const sdk::Records& messages, std::int64_t as_of);

private:
    struct Message {
        double thread;
        std::int64_t at;
        bool sent;
    };

    void read(const sdk::Records& messages, std::int64_t as_of);

    std::vector<Message> messages_;
    std::vector<Turn> turns_;
};

}  // namespace colonnade::relationships
