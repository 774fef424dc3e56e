// SPDX-License-Identifier: Apache-2.0
// cv_gap: how long the CV shows no position. Only whole calendar months that are certain to be
// empty count, since most positions give a month or a year and no day.
#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "functions.hpp"

namespace colonnade::brand {
namespace {

enum PositionField { Started, Ended, Current };

// The months that a position may fill, the first and the last of them included.
struct Span {
    std::int64_t first;
    std::int64_t last;
};

constexpr std::int64_t Always = std::numeric_limits<std::int64_t>::max();

// Empty for a position that begins after `as_of`. What is not known may be any time.
std::optional<Span> span_of(const sdk::Records& positions, std::int64_t i, std::int64_t as_of) {
    const auto started = positions.times(Started).get(i);
    const auto ended = positions.times(Ended).get(i);
    if (started && *started > as_of) return std::nullopt;
    const bool goes_on = positions.yes_nos(Current).get(i).value_or(!ended);
    const std::int64_t first = started ? sdk::month_of(*started) : -Always;
    const std::int64_t last = goes_on || !ended ? Always : sdk::month_of(*ended);
    return Span{std::min(first, last), std::max(first, last)};
}

std::optional<std::int64_t> first_start(const sdk::Records& positions, std::int64_t as_of) {
    std::optional<std::int64_t> first;
    for (const auto started : positions.times(Started)) {
        if (!started || *started > as_of) continue;
        first = std::min(first.value_or(*started), *started);
    }
    return first;
}

// Months in after .. last that no span fills.
std::int64_t empty_months(std::vector<Span>& spans, std::int64_t after, std::int64_t last) {
    std::sort(spans.begin(), spans.end(),
              [](const Span& a, const Span& b) { return a.first < b.first; });
    std::int64_t empty = 0;
    for (const Span& span : spans) {
        if (span.first > after) empty += std::min(span.first - 1, last) - std::min(after, last);
        after = std::max(after, span.last);
    }
    return empty + (std::max(after, last) - after);
}

std::optional<double> cv_gap(const sdk::Row& row) {
    const sdk::Records positions = row.list(0);
    const std::int64_t as_of = row.as_of();
    const auto start = first_start(positions, as_of);
    if (!start) return std::nullopt;
    std::vector<Span> spans;
    for (std::int64_t i = 0; i < positions.size(); ++i) {
        if (const auto span = span_of(positions, i, as_of)) spans.push_back(*span);
    }
    // A month is over in its last second, for `as_of` is often the last second of a day.
    const std::int64_t last =
        sdk::month_of(std::min(as_of, Always - sdk::Second) + sdk::Second) - 1;
    const std::int64_t months = empty_months(spans, sdk::month_of(*start), last);
    return static_cast<double>(months) * sdk::SecondsPerMonth;
}

constexpr sdk::Function Spec{
    .id = "cv_gap",
    .titles = {{"de", "Lücken im Lebenslauf"}, {"en", "Gaps in the CV"}},
    .descriptions =
        {{"de",
          "Summe der ganzen Kalendermonate ohne Position zwischen dem Beginn der ersten Position "
          "und "
          "dem Stichtag. Ein Monat zählt nur, wenn er sicher leer ist: angebrochene Monate gelten "
          "als "
          "gefüllt, eine Position mit unbekanntem Beginn oder Ende füllt alles, was sie füllen "
          "könnte. "
          "Ein Ende nach dem Stichtag gilt als laufend. Ohne bekannten Beginn: unbekannt."},
         {"en",
          "Sum of the whole calendar months without a position between the start of the first one "
          "and "
          "the date of the data. A month counts only where it is certain to be empty: a month that "
          "a "
          "position touches is filled, and a position whose start or end is unknown fills all that "
          "it "
          "may fill. An end after the date of the data means that the position goes on. Without "
          "any "
          "known start: unknown."}},
    .parameters = {{.name = "positions",
                    .kind = sdk::Kind::List,
                    .fields = {{"started", sdk::Kind::Time, true},
                               {"ended", sdk::Kind::Time, true},
                               {"current", sdk::Kind::YesNo, true}}}},
    .result = {.kind = sdk::Kind::Duration, .min = 0},
    .body = sdk::per_row<cv_gap>,
};

}  // namespace

constinit const sdk::Definition CvGap = sdk::define<Spec>();

}  // namespace colonnade::brand
