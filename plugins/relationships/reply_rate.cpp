// SPDX-License-Identifier: Apache-2.0
// reply_rate: how many of the messages that wait for an answer get one in time.
#include "conversation.hpp"

namespace colonnade::relationships {
namespace {

constexpr std::int64_t InTime = 14 * sdk::Day;

void reply_rate(const sdk::Call& call) {
    const sdk::Lists messages = call.lists(0);
    Conversation conversation;
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        const auto& turns = conversation.turns_of(messages[row], call.as_of(row));
        if (turns.empty()) continue;
        double answered = 0;
        for (const Turn& turn : turns) {
            if (turn.answered && sdk::elapsed(turn.last, *turn.answered) <= InTime) answered += 1;
        }
        call.set(row, answered / static_cast<double>(turns.size()));
    }
}

constexpr sdk::Function Spec{
    .id = "reply_rate",
    .titles = {{"de", "Antwortquote"}, {"en", "Reply rate"}},
    .descriptions =
        {{"de",
          "Anteil der beantworteten unter den erhaltenen Nachrichten, auf die im Gesprächsfaden "
          "eine "
          "eigene oder keine weitere folgt. Beantwortet ist, worauf binnen 14 Tagen eine eigene "
          "folgt. Mehrere Nachrichten hintereinander zählen als eine. Ohne erhaltene Nachrichten: "
          "unbekannt."},
         {"en",
          "Share of those answered among the messages received that are followed, in their thread, "
          "by "
          "one of one's own or by none. Answered means that one's own follows within 14 days. "
          "Several "
          "messages in a row count as one. Without messages received: unknown."}},
    .parameters = {messages_parameter()},
    .result = {.kind = sdk::Kind::Share, .min = 0, .max = 1},
    .body = sdk::per_batch<reply_rate>,
};

}  // namespace

constinit const sdk::Definition ReplyRate = sdk::define<Spec>();

}  // namespace colonnade::relationships
