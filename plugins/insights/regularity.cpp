// SPDX-License-Identifier: Apache-2.0
// regularity: in which share of a window's weeks somebody posted. Ten posts in one week are a
// burst, one in each of ten weeks is a habit.
#include "functions.hpp"

namespace colonnade::insights {
namespace {

void regularity(const sdk::Call& call) {
    const sdk::Lists posts = call.lists(0);
    const sdk::Numbers windows = call.numbers(1);
    sdk::WeekShare weeks;
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        if (!call.can_answer(row)) continue;
        weeks.start(call.as_of(row), windows[row]);
        weeks.add(posts[row].times(0));
        if (const auto share = weeks.share()) call.set(row, *share);
    }
}

constexpr sdk::Function Spec{
    .id = "regularity",
    .titles = {{"de", "Regelmäßigkeit"}, {"en", "Regularity"}},
    .descriptions =
        {{"de",
          "Anteil der ganzen Wochen des Zeitraums, vom Stichtag zurückgezählt, in denen mindestens "
          "ein "
          "Beitrag erschien. Beiträge ohne bekannte Zeit bleiben außer Betracht. Ein Zeitraum "
          "unter "
          "einer Woche: unbekannt."},
         {"en",
          "Share of the whole weeks of the window, counted back from the date of the data, with at "
          "least one post. Posts whose time is unknown are left out. A window shorter than a week: "
          "unknown."}},
    .parameters = {{.name = "posts", .kind = sdk::Kind::List, .fields = {{"at", sdk::Kind::Time}}},
                   {.name = "window", .kind = sdk::Kind::Duration}},
    .result = {.kind = sdk::Kind::Share, .min = 0, .max = 1},
    .body = sdk::per_batch<regularity>,
};

}  // namespace

constinit const sdk::Definition Regularity = sdk::define<Spec>();

}  // namespace colonnade::insights
