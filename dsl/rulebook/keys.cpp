// SPDX-License-Identifier: Apache-2.0
#include "dsl/rulebook/keys.hpp"

namespace colonnade::dsl {
namespace {

using enum Need;
using enum Shape;

constexpr std::string_view Colours[]{"red", "orange", "yellow", "green", "blue", "grey"};
constexpr std::string_view Policies[]{"skip", "none"};
constexpr std::string_view Directions[]{"more", "less"};
constexpr std::string_view Evidence[]{"official", "study", "practice", "opinion"};
constexpr std::string_view Measures[]{"pass", "measure"};
constexpr std::string_view Words[]{"words", "groups"};

constexpr Key RatingRows[]{
    {"from", Inherited, Share,
     "The least share that the rating stands for; the lowest rating starts at `0%`."},
    {"colour", Inherited, Choice, "The colour of the rating.", Colours},
    {"sign", Inherited, Text, "A sign that says the same without colour, such as `▲`."},
    {"title", Inherited, Texts, "The word for the rating."},
};

constexpr Key BecauseRows[]{
    {"source", Optional, Text, "Where the reason comes from: a page, a study, a person."},
    {"evidence", Optional, Choice,
     "How good the evidence is: `official` (the network says so), `study`, `practice` (common "
     "among those who advise), `opinion`.",
     Evidence},
};

constexpr Key RuleRows[]{
    {"title", Inherited, Texts, "The name of the rule."},
    {"points", Inherited, Number, "Its part of the pillar, relative to the other rules."},
    {"pass", Optional, Expression,
     "A yes/no expression: true earns all points, false none. Instead of `measure` and a curve."},
    {"measure", Optional, Expression, "What the rule looks at; a curve turns it into points."},
    {"full", Optional, Target,
     "Where full points are reached: `2..3 per week`, `5 or more`, `24 hours or less`. Stands "
     "with `none`."},
    {"none", Optional, Literals,
     "Where no points are left; two values beside a range: `[0 per week, 15 per week]`."},
    {"steps", Optional, Points,
     "A curve in steps: from values to shares that rise (from this value on) or fall (up to it)."},
    {"line", Optional, Points,
     "A curve of straight lines: from at least two values to shares, flat outside."},
    {"half", Optional, Literal,
     "Half of the points are reached here; each further unit earns less, never quite all."},
    {"median", Optional, Literal,
     "Half of the points, on a log-normal curve; what half of all people reach. Stands with "
     "`p10`."},
    {"p10", Optional, Literal,
     "90% of the points; what one in ten reaches. Below `median` less is better, above it more."},
    {"target", Optional, Target, "The value that tips aim at, instead of the curve's own."},
    {"better", Optional, Choice,
     "A promise that the curve never falls (`more`) or never rises (`less`).", Directions},
    {"if", Optional, Expression,
     "A yes/no expression; where it is false the rule does not apply and its points are shared "
     "out."},
    {"unknown", Optional, Choice,
     "What an unknown measure means: `skip` (not assessed, the default) or `none` (no points).",
     Policies},
    {"cap", Optional, Share,
     "Only with `pass`: while the pass is known to fail, the pillar gets at most this share."},
    {"from", Optional, Date, "The first day on which the rule applies."},
    {"until", Optional, Date, "The last day on which the rule applies."},
    {"tip", Optional, Texts,
     "What to do. Placeholders: `<value>`, `<target>`, `<missing>`, `<missing post|posts>`, "
     "`<gain>`, `<name>`."},
    {"effort", Optional, Effort,
     "How long that takes: `30 minutes`, `90 minutes per week`, or `5 minutes each`."},
    {"because", Optional, Map, "Why the rule is there.", {}, &BecauseKeys},
};

constexpr Key PillarRows[]{
    {"title", Inherited, Texts, "The name of the pillar."},
    {"weight", Inherited, Number, "Its part of the total, relative to the other pillars."},
    {"rules", Inherited, MapOfIds, "The rules of the pillar, by id.", {}, &RuleKeys},
};

constexpr Key CautionRows[]{
    {"title", Inherited, Texts, "The name of the caution."},
    {"when", Inherited, Expression, "A yes/no expression; the caution is shown where it is true."},
    {"text", Inherited, Texts,
     "What to say. `<value>` is the left side of `when`, which then is a single comparison."},
};

constexpr Key RulebookRows[]{
    {"colonnade", Required, Version, "Version of the language."},
    {"rulebook", Required, Id, "Id of the rulebook."},
    {"extends", Optional, Id,
     "Id of a rulebook that this one takes over; then only what changes is named."},
    {"edition", Optional, Text,
     "Tells one state of the rulebook from the next, for instance `2026-11`."},
    {"schema", Inherited, Id, "Id of the schema whose facts the rules name."},
    {"plugins", Optional, TextList,
     "Ids of the plugins whose functions the rules call, or whose pillars they take."},
    {"languages", Inherited, TextList,
     "Codes of the languages, such as `[de, en]`. Every text exists in each; the first is the "
     "default of results."},
    {"horizon", Optional, Duration,
     "The time over which a weekly effort is counted; `12 weeks` where it is missing."},
    {"most_per_rule", Optional, Share,
     "What one rule may be worth of the total, such as `20%`; `check` names those that are worth "
     "more."},
    {"title", Inherited, Texts, "The name of the rulebook."},
    {"note", Optional, Texts, "Shown at the end of every result."},
    {"ratings",
     Optional,
     MapOfIds,
     "Words for how good a share is, by id and in rising order.",
     {},
     &RatingKeys},
    {"lists", Optional, WordLists,
     "Word lists of this rulebook; one with the name of a shared list adds to it."},
    {"define", Optional, Names, "Names for expressions and lists that rules use."},
    {"pillars", Inherited, MapOfIds, "The parts of the total, by id.", {}, &PillarKeys},
    {"cautions", Optional, MapOfIds, "Warnings without points, by id.", {}, &CautionKeys},
};

constexpr Key WordListRows[]{
    {"colonnade", Required, Version, "Version of the language."},
    {"list", Required, Text, "Name of the list, as rules hand it to functions."},
    {"title", Optional, Texts, "What the words have in common."},
    {"words", Optional, TextList,
     "The words, whole or with `*` at the end for the beginning of a word."},
    {"groups", Optional, WordGroups, "Instead of `words`: from a group's name to its words."},
};

constexpr Key Without{"without", Optional, TrueFalse,
                      "`true`: drops what the extended rulebook says under this id."};

}  // namespace

constinit const KeyTable RatingKeys{"rating", RatingRows, {}, KeyTable::Others::None, &Without};
constinit const KeyTable BecauseKeys{"because", BecauseRows, {}, KeyTable::Others::Languages};
constinit const KeyTable RuleKeys{"rule", RuleRows, Measures, KeyTable::Others::None, &Without};
constinit const KeyTable PillarKeys{"pillar", PillarRows, {}, KeyTable::Others::None, &Without};
constinit const KeyTable CautionKeys{"caution", CautionRows, {}, KeyTable::Others::None, &Without};
constinit const KeyTable RulebookKeys{"rulebook", RulebookRows};
constinit const KeyTable WordListKeys{"word list", WordListRows, Words};

}  // namespace colonnade::dsl
