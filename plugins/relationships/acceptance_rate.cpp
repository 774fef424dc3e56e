// SPDX-License-Identifier: Apache-2.0
// acceptance_rate: how many of one's own invitations were accepted. Young ones are still open and
// do not count yet.
#include <optional>

#include "functions.hpp"

namespace colonnade::relationships {
namespace {

enum InvitationField { At, Sent, Accepted };

constexpr double OpenSeconds = 14 * 86'400.0;

std::optional<double> acceptance_rate(const sdk::Row& row) {
    const sdk::Records invitations = row.list(0);
    const sdk::Times times = invitations.times(At);
    const sdk::YesNos sent = invitations.yes_nos(Sent);
    const sdk::YesNos accepted = invitations.yes_nos(Accepted);
    const sdk::Window open(row.as_of(), OpenSeconds);
    double decided = 0;
    double won = 0;
    for (std::int64_t i = 0; i < invitations.size(); ++i) {
        if (!sent.get(i).value_or(false) || !times.known(i) || !accepted.known(i)) continue;
        if (times[i] > row.as_of() || open.contains(times[i])) continue;
        decided += 1;
        if (accepted[i]) won += 1;
    }
    if (decided == 0) return std::nullopt;
    return won / decided;
}

constexpr sdk::Function Spec{
    .id = "acceptance_rate",
    .titles = {{"de", "Annahmequote"}, {"en", "Acceptance rate"}},
    .descriptions =
        {{"de",
          "Anteil der angenommenen unter den selbst verschickten Einladungen. Einladungen der "
          "letzten "
          "14 Tage und solche, bei denen Zeit, Richtung oder Annahme unbekannt ist, bleiben außer "
          "Betracht. Ohne solche Einladungen: unbekannt."},
         {"en",
          "Share of those accepted among one's own invitations. Invitations of the last 14 days "
          "and "
          "those whose time, direction or acceptance is unknown are left out. Without any left: "
          "unknown."}},
    .parameters = {{.name = "invitations",
                    .kind = sdk::Kind::List,
                    .fields = {{"at", sdk::Kind::Time},
                               {"sent", sdk::Kind::YesNo},
                               {"accepted", sdk::Kind::YesNo}}}},
    .result = {.kind = sdk::Kind::Share, .min = 0, .max = 1},
    .body = sdk::per_row<acceptance_rate>,
};

}  // namespace

constinit const sdk::Definition AcceptanceRate = sdk::define<Spec>();

}  // namespace colonnade::relationships
