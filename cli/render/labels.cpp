// SPDX-License-Identifier: Apache-2.0
#include "cli/render/labels.hpp"

#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

constexpr Labels LabelEnglish{
    .as_of = "as of",
    .edition = "edition",
    .of_100 = "of 100",
    .between = "for sure between",
    .and_word = "and",
    .assessed = "of the points could be assessed",
    .provisional = "provisional: less than half of it could be assessed",
    .not_scored = "no score: nothing could be assessed",
    .next_steps = "Next best steps",
    .more_steps = "more in --details",
    .cautions = "Cautions",
    .unknown = "What the data could not tell",
    .points = "points",
    .more = "more",
    .answer_hint = "Fill in the gaps: colonnade facts --unknown DATA > answers.yaml",
    .list_hint = "[] for none; else, for each one, without the #:",
    .stated = "Stated, not from the data",
    .once = "",
    .per_week = "per week",
    .each = "each",
    .minutes = "min",
    .hours = "h",
    .needs = "needs",
    .not_applicable = "does not apply",
    .unknown_value = "unknown",
    .error = "error",
    .target = "target",
    .left_out = "could not be judged",
    .withheld = "withheld by a cap",
    .by_default = "unknown, counted as none by the rulebook",
    .top = "top {} % of {}",
    .everyone = "everyone",
    .people = "people",
    .average = "average",
};

constexpr Labels LabelGerman{
    .as_of = "Stand",
    .edition = "Ausgabe",
    .of_100 = "von 100",
    .between = "sicher zwischen",
    .and_word = "und",
    .assessed = "der Punkte ließen sich beurteilen",
    .provisional = "vorläufig: weniger als die Hälfte ließ sich beurteilen",
    .not_scored = "keine Wertung: nichts ließ sich beurteilen",
    .next_steps = "Die besten nächsten Schritte",
    .more_steps = "weitere mit --details",
    .cautions = "Achtung",
    .unknown = "Was die Daten nicht verraten",
    .points = "Punkte",
    .more = "weitere",
    .answer_hint = "Lücken füllen: colonnade facts --unknown DATEN > answers.yaml",
    .list_hint = "[] für keine; sonst für jedes, ohne das #:",
    .stated = "Angegeben, nicht aus den Daten",
    .once = "",
    .per_week = "pro Woche",
    .each = "je Stück",
    .minutes = "Min.",
    .hours = "Std.",
    .needs = "braucht",
    .not_applicable = "trifft nicht zu",
    .unknown_value = "unbekannt",
    .error = "Fehler",
    .target = "Ziel",
    .left_out = "nicht beurteilbar",
    .withheld = "durch eine Obergrenze einbehalten",
    .by_default = "unbekannt, vom Regelwerk als nichts gewertet",
    .top = "unter den besten {} %: {}",
    .everyone = "alle",
    .people = "Personen",
    .average = "Schnitt",
};

}  // namespace

const Labels& labels_in(std::string_view language) {
    return engine::is_german(language) ? LabelGerman : LabelEnglish;
}

}  // namespace colonnade::cli
