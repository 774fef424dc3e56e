// SPDX-License-Identifier: Apache-2.0
// median_reply_time: how long others usually wait for an answer.
#include <algorithm>
#include <vector>

#include "conversation.hpp"

namespace colonnade::relationships {
namespace {

// Seconds; of an even number the middle of the two in the middle. `waits` is not empty.
double median_of(std::vector<std::int64_t>& waits) {
    std::sort(waits.begin(), waits.end());
    const std::size_t middle = waits.size() / 2;
    const auto upper = static_cast<double>(waits[middle]);
    if (waits.size() % 2 == 1) return upper / 1e6;
    return (static_cast<double>(waits[middle - 1]) + upper) / 2e6;
}

void median_reply_time(const sdk::Call& call) {
    const sdk::Lists messages = call.lists(0);
    Conversation conversation;
    std::vector<std::int64_t> waits;
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        waits.clear();
        for (const Turn& turn : conversation.turns_of(messages[row], call.as_of(row))) {
            if (turn.answered) waits.push_back(sdk::elapsed(turn.first, *turn.answered));
        }
        if (!waits.empty()) call.set(row, median_of(waits));
    }
}

constexpr sdk::Function Spec{
    .id = "median_reply_time",
    .titles = {{"de", "Mittlere Antwortzeit"}, {"en", "Median reply time"}},
    .descriptions =
        {{"de",
          "Median über die eigenen Antworten: die Zeit seit der ersten erhaltenen Nachricht des "
          "Gesprächsfadens, die noch unbeantwortet war. Ohne Antworten: unbekannt."},
         {"en",
          "Median over one's own replies: the time since the first message of the thread that was "
          "still unanswered. Without replies: unknown."}},
    .parameters = {messages_parameter()},
    .result = {.kind = sdk::Kind::Duration, .min = 0},
    .body = sdk::per_batch<median_reply_time>,
};

}  // namespace

constinit const sdk::Definition MedianReplyTime = sdk::define<Spec>();

}  // namespace colonnade::relationships
