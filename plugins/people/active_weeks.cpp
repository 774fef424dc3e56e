// SPDX-License-Identifier: Apache-2.0
// active_weeks: in which share of a window's weeks anything happened.
#include "functions.hpp"

namespace colonnade::people {
namespace {

void active_weeks(const sdk::Call& call) {
    const sdk::Numbers windows = call.numbers(0);
    sdk::WeekShare weeks;
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        weeks.start(call.as_of(row), windows[row]);
        for (std::int32_t i = 1; i < call.arguments(); ++i) {
            weeks.add(call.lists(i)[row].times(0));
        }
        if (const auto share = weeks.share()) call.set(row, *share);
    }
}

constexpr sdk::Function Spec{
    .id = "active_weeks",
    .titles = {{"de", "Aktive Wochen"}, {"en", "Active weeks"}},
    .descriptions =
        {{"de",
          "Anteil der ganzen Wochen des Zeitraums, vom Stichtag zurückgezählt, in denen mindestens "
          "ein "
          "Eintrag einer der Listen liegt. Der Rest des Zeitraums, der keine ganze Woche füllt, "
          "und "
          "Einträge ohne bekannte Zeit bleiben außer Betracht. Kürzer als eine Woche oder eine "
          "Liste "
          "unbekannt: unbekannt."},
         {"en",
          "Share of the whole weeks of the window, counted back from the date of the data, with at "
          "least one element of any of the lists. What is left of the window and elements whose "
          "time "
          "is unknown are left out. Shorter than a week, or a list unknown: unknown."}},
    .parameters = {{.name = "window", .kind = sdk::Kind::Duration},
                   {.name = "activity",
                    .kind = sdk::Kind::List,
                    .fields = {{"at", sdk::Kind::Time}},
                    .is_repeated = true}},
    .result = {.kind = sdk::Kind::Share, .min = 0, .max = 1},
    .body = sdk::per_batch<active_weeks>,
};

}  // namespace

constinit const sdk::Definition ActiveWeeks = sdk::define<Spec>();

}  // namespace colonnade::people
