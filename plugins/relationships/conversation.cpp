// SPDX-License-Identifier: Apache-2.0
// Turns are found in one pass over the messages sorted by thread and time.
#include "conversation.hpp"

#include <algorithm>
#include <tuple>

namespace colonnade::relationships {

void Conversation::read(const sdk::Records& messages, std::int64_t as_of) {
    messages_.clear();
    const sdk::Times times = messages.times(At);
    const sdk::Numbers threads = messages.numbers(Thread);
    const sdk::YesNos sent = messages.yes_nos(Sent);
    for (std::int64_t i = 0; i < messages.size(); ++i) {
        if (!times.known(i) || !threads.known(i) || !sent.known(i)) continue;
        if (times[i] <= as_of) messages_.push_back({threads[i], times[i], sent[i]});
    }
    // In the same second the other side came first, so that the order of the list cannot matter.
    std::sort(messages_.begin(), messages_.end(), [](const Message& a, const Message& b) {
        return std::tie(a.thread, a.at, a.sent) < std::tie(b.thread, b.at, b.sent);
    });
}

const std::vector<Turn>& Conversation::turns_of(const sdk::Records& messages, std::int64_t as_of) {
    read(messages, as_of);
    turns_.clear();
    bool is_open = false;
    for (std::size_t i = 0; i < messages_.size(); ++i) {
        const Message& message = messages_[i];
        if (i > 0 && messages_[i - 1].thread != message.thread) is_open = false;
        if (message.sent) {
            if (is_open) turns_.back().answered = message.at;
            is_open = false;
        } else if (is_open) {
            turns_.back().last = message.at;
        } else {
            turns_.push_back({message.at, message.at, std::nullopt});
            is_open = true;
        }
    }
    return turns_;
}

}  // namespace colonnade::relationships
