// SPDX-License-Identifier: Apache-2.0
#include "dsl/check/functions.hpp"

#include <algorithm>

namespace colonnade::dsl {
namespace {

constexpr bool OfList = true;
constexpr bool OfValues = false;

bool is_called(std::string_view name, bool of_list) {
    const auto& all = built_in_functions();
    return std::any_of(all.begin(), all.end(), [&](const BuiltIn& function) {
        return function.name == name && function.of_list == of_list;
    });
}

}  // namespace

// A table: a row for each function.
const std::vector<BuiltIn>& built_in_functions() {
    static const std::vector<BuiltIn> all{
        {"count", OfList, "count(LIST)", "number", "wie viele Einträge es sind",
         "how many elements there are"},
        {"rate", OfList, "rate(LIST in last D)", "rate",
         "wie oft es in der Zeit D einen Eintrag gab",
         "how often there was an element in the time D"},
        {"share", OfList, "share(LIST where C)", "share", "der Anteil der Einträge, für die C gilt",
         "the share of the elements for which C holds"},
        {"sum", OfList, "sum(LIST.FIELD)", "as FIELD", "die Summe der bekannten Werte",
         "the sum of the known values"},
        {"average", OfList, "average(LIST.FIELD)", "as FIELD",
         "der Durchschnitt der bekannten Werte", "the mean of the known values"},
        {"median", OfList, "median(LIST.FIELD)", "as FIELD", "der mittlere der bekannten Werte",
         "the middle one of the known values"},
        {"min", OfList, "min(LIST.FIELD)", "as FIELD", "der kleinste bekannte Wert",
         "the least known value"},
        {"max", OfList, "max(LIST.FIELD)", "as FIELD", "der größte bekannte Wert",
         "the greatest known value"},
        {"latest", OfList, "latest(LIST)", "time",
         "wann der jüngste Eintrag war; auch latest(LIST.DATE)",
         "when the latest element was; also latest(LIST.DATE)"},
        {"earliest", OfList, "earliest(LIST)", "time",
         "wann der älteste Eintrag war; auch earliest(LIST.DATE)",
         "when the earliest element was; also earliest(LIST.DATE)"},
        {"distinct", OfList, "distinct(LIST.FIELD)", "number",
         "wie viele verschiedene bekannte Werte es sind",
         "how many different known values there are"},
        {"gap", OfList, "gap(LIST)", "duration", "die längste Pause zwischen Einträgen",
         "the longest pause between elements"},
        {"min", OfValues, "min(A, B, …)", "as A", "der kleinste der Werte",
         "the least of the values"},
        {"max", OfValues, "max(A, B, …)", "as A", "der größte der Werte",
         "the greatest of the values"},
        {"average", OfValues, "average(A, B, …)", "as A", "der Durchschnitt der Werte",
         "the mean of the values"},
        {"age", OfValues, "age(DATE)", "duration", "die Zeit von DATE bis zum Stichtag",
         "the time from DATE to the day of the score"},
        {"seconds", OfValues, "seconds(D)", "number", "die Dauer D in Sekunden",
         "the duration D in seconds"},
        {"minutes", OfValues, "minutes(D)", "number", "die Dauer D in Minuten",
         "the duration D in minutes"},
        {"hours", OfValues, "hours(D)", "number", "die Dauer D in Stunden",
         "the duration D in hours"},
        {"days", OfValues, "days(D)", "number", "die Dauer D in Tagen", "the duration D in days"},
        {"weeks", OfValues, "weeks(D)", "number", "die Dauer D in Wochen",
         "the duration D in weeks"},
        {"months", OfValues, "months(D)", "number", "die Dauer D in Monaten",
         "the duration D in months"},
        {"years", OfValues, "years(D)", "number", "die Dauer D in Jahren",
         "the duration D in years"},
        {"length", OfValues, "length(TEXT)", "number", "wie viele Zeichen der Text hat",
         "how many characters the text has"},
        {"words", OfValues, "words(TEXT)", "number", "wie viele Wörter der Text hat",
         "how many words the text has"},
        {"lower", OfValues, "lower(TEXT)", "text", "der Text in Kleinbuchstaben",
         "the text in lower case"},
        {"ramp", OfValues, "ramp(X, A, B)", "share",
         "ein Anteil, der von 0 % bei A bis 100 % bei B steigt",
         "a share that rises from 0% at A to 100% at B"},
        {"saturate", OfValues, "saturate(X, H)", "share",
         "ein Anteil, der mit X wächst: 50 % bei H, nie ganz 100 %",
         "a share that grows with X: 50% at H, never quite 100%"},
    };
    return all;
}

bool is_aggregate(std::string_view name) {
    return is_called(name, OfList);
}

bool takes_values(std::string_view name) {
    return is_called(name, OfValues);
}

std::vector<std::string> built_in_names() {
    std::vector<std::string> names;
    for (const auto& function : built_in_functions()) {
        if (std::find(names.begin(), names.end(), function.name) == names.end())
            names.emplace_back(function.name);
    }
    return names;
}

}  // namespace colonnade::dsl
