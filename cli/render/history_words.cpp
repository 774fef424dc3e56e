// SPDX-License-Identifier: Apache-2.0
#include "cli/render/history_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/render/canvas.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

constexpr HistoryWords HistoryEnglish{
    .of_100 = "of 100",
    .not_scored = "no score",
    .to = "to",
    .against = "against",
    .week_before = "the week before",
    .weeks_before = "weeks before",
    .rules_changed = "other rules",
    .week_of = "As of",
    .score = "Score",
    .for_sure = "For sure between",
    .change = "Change",
    .more_weeks = "earlier weeks in --details",
    .gap_one = "1 week without a result",
    .gap = "weeks without a result",
    .person = "Id",
    .latest = "Latest",
    .since = "since",
    .nobody = "Nobody is kept here.",
};

constexpr HistoryWords HistoryGerman{
    .of_100 = "von 100",
    .not_scored = "keine Wertung",
    .to = "bis",
    .against = "gegenüber",
    .week_before = "der Vorwoche",
    .weeks_before = "Wochen zuvor",
    .rules_changed = "andere Regeln",
    .week_of = "Stand",
    .score = "Wertung",
    .for_sure = "Sicher zwischen",
    .change = "Änderung",
    .more_weeks = "frühere Wochen mit --details",
    .gap_one = "1 Woche ohne Ergebnis",
    .gap = "Wochen ohne Ergebnis",
    .person = "Id",
    .latest = "Zuletzt",
    .since = "seit",
    .nobody = "Hier ist niemand gespeichert.",
};

constexpr CompareWords EnglishCompare{
    .data = "from the data: what the person did, and what time did",
    .rules = "from changed rules",
    .engine = "from another version of the program",
    .no_score = "no difference: one of the two has no score",
    .only_results =
        "What it comes from nobody can tell: these are results, without the data and "
        "the rules that they were made of.",
    .cannot_score =
        "What it comes from can no longer be told: the earlier data or rules cannot be "
        "scored now.",
    .by_rule = "By rule",
    .more = "more in --details",
};

constexpr CompareWords GermanCompare{
    .data = "aus den Daten: was die Person getan hat, und was die Zeit",
    .rules = "aus geänderten Regeln",
    .engine = "aus einer anderen Version des Programms",
    .no_score = "keine Differenz: eines der beiden hat keine Wertung",
    .only_results =
        "Woher sie kommt, ist nicht zu sagen: Es sind Ergebnisse ohne die Daten und "
        "Regeln, aus denen sie entstanden.",
    .cannot_score =
        "Woher sie kommt, ist nicht mehr zu sagen: Die früheren Daten oder Regeln "
        "lassen sich jetzt nicht werten.",
    .by_rule = "Nach Regeln",
    .more = "weitere mit --details",
};

}  // namespace

const CompareWords& compare_words_in(std::string_view language) {
    return engine::is_german(language) ? GermanCompare : EnglishCompare;
}

const HistoryWords& history_words_in(std::string_view language) {
    return engine::is_german(language) ? HistoryGerman : HistoryEnglish;
}

std::string results_text(std::int64_t count, std::string_view language) {
    if (engine::is_german(language))
        return fmt::format("{} {}", count, count == 1 ? "Ergebnis" : "Ergebnisse");
    return fmt::format("{} {}", count, count == 1 ? "result" : "results");
}

std::string day_text(std::int64_t as_of, std::string_view language) {
    return engine::value_text(static_cast<double>(as_of), {dsl::Kind::Date}, {}, language);
}

std::string signed_text(double points, std::string_view language) {
    const auto* sign = points > 0 ? "+" : points < 0 ? "−" : "±";
    return sign + points_text(std::abs(points), language);
}

}  // namespace colonnade::cli
