// SPDX-License-Identifier: Apache-2.0
#include "dsl/cases/keys.hpp"

namespace colonnade::dsl {
namespace {

using enum Need;
using enum Shape;

constexpr std::string_view Statuses[]{"assessed", "unknown", "not applicable", "in error"};

constexpr Key ElementRows[]{
    {"count", Optional, Number, "How many elements there are that are alike."},
    {"every", Optional, Duration, "The time between two of them."},
    {"for", Optional, Duration, "The time that they fill, counted back from the latest."},
    {"ago", Optional, Duration, "How long before `as_of` the latest was; at `as_of` without it."},
};

constexpr Key BaseRows[]{
    {"base", Optional, Id, "Id of a profile above, of which this one names only what differs."},
    {"file", Optional, Text, "A profile document to begin with, beside the test file."},
    {"facts", Optional, Facts, "What is known; `unknown` takes a fact away."},
    {"coverage", Optional, Dates, "From when on the data of a list is complete."},
};

constexpr Key CaseRows[]{
    {"base", Optional, Id, "Id of the profile that the case begins with."},
    {"file", Optional, Text, "A profile document to begin with, beside the test file."},
    {"facts", Optional, Facts, "What is known; `unknown` takes a fact away."},
    {"coverage", Optional, Dates, "From when on the data of a list is complete."},
    {"as_of", Optional, Date,
     "The day of the case, instead of that of the file's head or of the document."},
    {"expect", Required, Map, "What must come out.", {}, &ExpectKeys},
};

constexpr Key ExpectRows[]{
    {"total", Optional, Amount, "The score, 0 to 100."},
    {"low", Optional, Amount, "The least that the score can be."},
    {"high", Optional, Amount, "The most that the score can be."},
    {"assessed", Optional, Amount, "The share of the points that was assessed."},
    {"rating", Optional, Id, "Id of the rating of the score."},
    {"pillars", Optional, MapOfResults, "Points of pillars.", {}, &PillarResultKeys},
    {"rules", Optional, MapOfResults, "Shares or statuses of rules.", {}, &RuleResultKeys},
    {"tips", Optional, TextList, "The rules of the first tips, in order; `[]`: there is no tip."},
    {"no-tips", Optional, TextList, "Rules that there is no tip for."},
    {"cautions", Optional, TextList, "All cautions that are raised; `[]`: none is."},
};

constexpr Key PillarResultRows[]{
    {"points", Optional, Amount, "The points of the pillar."},
    {"rating", Optional, Id, "Id of its rating."},
};

constexpr Key RuleResultRows[]{
    {"value", Optional, Amount, "What was measured, in any unit of its kind."},
    {"share", Optional, Amount, "The share of its points that the rule earns."},
    {"points", Optional, Amount, "The points of the rule, out of 100 in total."},
    {"status", Optional, Choice, "Whether the rule was assessed.", Statuses},
    {"rating", Optional, Id, "Id of its rating."},
};

constexpr Key SuiteRows[]{
    {"colonnade", Required, Version, "Version of the language."},
    {"tests", Required, Id, "Id of the rulebook that is tested."},
    {"as_of", Required, Date, "The day that all cases look at, to its end."},
    {"bases", Optional, MapOfIds, "Profiles that cases begin with, by id.", {}, &BaseKeys},
    {"cases", Required, MapOfTexts, "The cases, each with a name of its own.", {}, &CaseKeys},
};

}  // namespace

constinit const KeyTable ElementKeys{"element", ElementRows, {}, KeyTable::Others::Any};
constinit const KeyTable BaseKeys{"base", BaseRows};
constinit const KeyTable CaseKeys{"case", CaseRows};
constinit const KeyTable ExpectKeys{"expect", ExpectRows};
constinit const KeyTable PillarResultKeys{"pillar's result", PillarResultRows};
constinit const KeyTable RuleResultKeys{"rule's result", RuleResultRows};
constinit const KeyTable SuiteKeys{"test file", SuiteRows};

}  // namespace colonnade::dsl
