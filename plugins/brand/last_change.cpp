// SPDX-License-Identifier: Apache-2.0
// last_change: the newest start or end date in the sections of the profile, the trace that its
// owner leaves when it is kept up to date.
#include <algorithm>
#include <optional>

#include "functions.hpp"

namespace colonnade::brand {
namespace {

enum EntryField { Started, Ended };

std::optional<std::int64_t> last_change(const sdk::Row& row) {
    std::optional<std::int64_t> latest;
    const auto take = [&](const sdk::Times& times) {
        for (const auto at : times) {
            if (at && *at <= row.as_of()) latest = std::max(latest.value_or(*at), *at);
        }
    };
    for (std::int32_t i = 0; i < row.arguments(); ++i) {
        take(row.list(i).times(Started));
        take(row.list(i).times(Ended));
    }
    return latest;
}

constexpr sdk::Function Spec{
    .id = "last_change",
    .titles = {{"de", "Letzte Änderung"}, {"en", "Last change"}},
    .descriptions =
        {{"de",
          "Das jüngste Beginn- oder Enddatum in den genannten Listen, das nicht nach dem Stichtag "
          "liegt. Unbekannte Daten bleiben außer Betracht; ohne jedes Datum: unbekannt."},
         {"en",
          "The latest start or end date in the lists named that is not after the date of the data. "
          "Unknown dates are left out; without any date: unknown."}},
    .parameters = {{.name = "entries",
                    .kind = sdk::Kind::List,
                    .fields = {{"started", sdk::Kind::Time, true},
                               {"ended", sdk::Kind::Time, true}},
                    .is_repeated = true}},
    .result = {.kind = sdk::Kind::Time},
    .body = sdk::per_row<last_change>,
};

}  // namespace

constinit const sdk::Definition LastChange = sdk::define<Spec>();

}  // namespace colonnade::brand
