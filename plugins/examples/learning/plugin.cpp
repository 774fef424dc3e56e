// SPDX-License-Identifier: Apache-2.0
// The plugin `learning`: in how many of the last years somebody learned something. The language of
// rulebooks counts elements of one list; that a year counts once, whatever it holds and in which of
// several lists, is what the function adds.
#include <algorithm>
#include <bit>

#include "colonnade/sdk.hpp"
#include "rules_text.h"
#include "selftest_text.h"

namespace colonnade::learning {
namespace {

enum Argument : std::int32_t { WindowLength, Earned, FirstStudied };
enum Field : std::int32_t { Started, Ended };

constexpr std::int64_t Year = 31'556'952 * sdk::Second;  // 365.2425 days, as rulebooks count
// One bit a year. No career is longer; a longer window is unknown rather than cut off silently.
constexpr std::int64_t MostYears = 60;

// The whole years of the window, counted back from its end: bit 0 is the last one.
class Years {
public:
    Years(std::int64_t as_of, std::int64_t count) : as_of_(as_of), count_(count) {}

    void add(std::int64_t at) { add(at, at); }
    // From the one time to the other, as far as it lies before as_of.
    void add(std::int64_t first, std::int64_t last) {
        if (first > as_of_ || last < first) return;
        const std::int64_t newest = years_before(std::min(last, as_of_));
        const std::int64_t oldest = std::min(years_before(first), count_ - 1);
        for (std::int64_t year = newest; year <= oldest; ++year)
            seen_ |= std::uint64_t{1} << year;
    }
    [[nodiscard]] double count() const { return std::popcount(seen_); }

private:
    [[nodiscard]] std::int64_t years_before(std::int64_t at) const {
        return sdk::elapsed(at, as_of_) / Year;
    }

    std::int64_t as_of_;
    std::int64_t count_;
    std::uint64_t seen_ = 0;
};

void add_studied(Years& years, const sdk::Records& studied) {
    const sdk::Times started = studied.times(Started);
    const sdk::Times ended = studied.times(Ended);
    for (std::int64_t i = 0; i < studied.size(); ++i) {
        const auto first = started.known(i) ? started.get(i) : ended.get(i);
        const auto last = ended.known(i) ? ended.get(i) : first;
        if (first) years.add(*first, *last);
    }
}

std::optional<double> learning_years(const sdk::Row& row) {
    const std::int64_t count = sdk::microseconds_of(row.number(WindowLength)) / Year;
    if (count < 1 || count > MostYears) return std::nullopt;
    Years years(row.as_of(), count);
    for (const auto at : row.list(Earned).times(Started)) {
        if (at) years.add(*at);
    }
    for (std::int32_t i = FirstStudied; i < row.arguments(); ++i)
        add_studied(years, row.list(i));
    return years.count();
}

constexpr sdk::Function LearningYearsSpec{
    .id = "learning_years",
    .titles = {{"de", "Jahre, in denen gelernt wurde"}, {"en", "Years of learning"}},
    .descriptions =
        {{"de",
          "In wie vielen der Jahre des Zeitraums, vom Stichtag zurückgezählt, etwas gelernt wurde: "
          "was erworben wurde (Beginn), und was von Beginn bis Ende dauerte. Ist nur eines der "
          "beiden Daten bekannt, zählt dieses; ohne Datum bleibt der Eintrag außer Betracht. Ein "
          "Zeitraum unter einem Jahr oder über 60 Jahren: unbekannt."},
         {"en",
          "In how many years of the window, counted back from the date of the data, something was "
          "learned: what was earned (its start), and what went on from its start to its end. Where "
          "only one of the two dates is known, it counts; without a date the entry is left out. A "
          "window under one year or over 60 years: unknown."}},
    .parameters = {{.name = "window", .kind = sdk::Kind::Duration},
                   {.name = "earned",
                    .kind = sdk::Kind::List,
                    .fields = {{"started", sdk::Kind::Time, true}}},
                   {.name = "studied",
                    .kind = sdk::Kind::List,
                    .fields = {{"started", sdk::Kind::Time, true},
                               {"ended", sdk::Kind::Time, true}},
                    .is_repeated = true}},
    .result = {.kind = sdk::Kind::Number, .min = 0, .max = MostYears},
    .body = sdk::per_row<learning_years>,
};

constinit const sdk::Definition LearningYears = sdk::define<LearningYearsSpec>();
constexpr auto Rules = sdk::rules(rules_text);
constexpr auto Selftest = sdk::selftest(selftest_text);

}  // namespace
}  // namespace colonnade::learning

using namespace colonnade;
using namespace colonnade::learning;

constinit const colonnade_plugin colonnade_plugin_entry =
    sdk::plugin<LearningYears, Rules, Selftest>("learning", "1.0.0");
