// SPDX-License-Identifier: Apache-2.0
// active_days: on how many different days of a window anything happened.
#include "functions.hpp"

namespace colonnade::people {
namespace {

void active_days(const sdk::Call& call) {
    const sdk::Numbers windows = call.numbers(0);
    sdk::Distinct days;
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        const sdk::Window window(call.as_of(row), windows[row]);
        days.clear();
        for (std::int32_t i = 1; i < call.arguments(); ++i) {
            for (const auto at : call.lists(i)[row].times(0)) {
                if (at && window.contains(*at)) days.add(sdk::day_of(*at));
            }
        }
        call.set(row, static_cast<double>(days.count()));
    }
}

constexpr sdk::Function Spec{
    .id = "active_days",
    .titles = {{"de", "Aktive Tage"}, {"en", "Active days"}},
    .descriptions =
        {{"de",
          "An wie vielen verschiedenen Tagen (UTC) des Zeitraums bis zum Stichtag mindestens ein "
          "Eintrag einer der Listen liegt. Der Anfang des Zeitraums zählt nicht mit, sein Ende "
          "schon. "
          "Einträge ohne bekannte Zeit bleiben außer Betracht; eine unbekannte Liste macht das "
          "Ergebnis unbekannt."},
         {"en",
          "On how many different days (UTC) of the window that ends at the date of the data at "
          "least "
          "one element of any of the lists lies. The first instant of the window is out, the last "
          "one "
          "in. Elements whose time is unknown are left out; an unknown list makes the result "
          "unknown."}},
    .parameters = {{.name = "window", .kind = sdk::Kind::Duration},
                   {.name = "activity",
                    .kind = sdk::Kind::List,
                    .fields = {{"at", sdk::Kind::Time}},
                    .is_repeated = true}},
    .result = {.kind = sdk::Kind::Number, .min = 0},
    .body = sdk::per_batch<active_days>,
};

}  // namespace

constinit const sdk::Definition ActiveDays = sdk::define<Spec>();

}  // namespace colonnade::people
