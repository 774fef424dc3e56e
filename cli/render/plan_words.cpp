// SPDX-License-Identifier: Apache-2.0
#include "cli/render/plan_words.hpp"

#include "engine/explain/words.hpp"

namespace colonnade::cli {
namespace {

constexpr PlanWords PlanEnglish{
    .guide =
        "A plan is a guide, and a high score is not the aim: leave out what does not suit the "
        "person.",
    .for_target = "The least effort for {}",
    .for_hours = "The most for {} in all",
    .for_weeks = "The most for {} a week in {} weeks",
    .today = "Today",
    .from_to = "Today {} → {} {} in {}, for {} of work",
    .then = "then",
    .reached_already = "Reached already; nothing has to be done for it.",
    .nothing_fits = "No step that brings something fits into the time.",
    .nothing_to_do = "There is no step that brings something.",
    .not_reached = "Out of reach by what can be planned: it goes as far as {}.",
    .steps = "Steps",
    .in_all = "in all",
    .week = "week",
    .weeks = "weeks",
    .weekly = "What to expect at the end of",
    .work = "work",
    .on_the_way = "On the way, in week {}: {}",
    .not_optimal_points = "Not everything could be tried; another choice may bring up to {} more.",
    .not_optimal_minutes = "Not everything could be tried; another choice may save up to {}.",
    .left_out =
        "{} further rules were not looked at: a plan looks at the {} that gain most for "
        "the effort.",
    .find_out = "Find out first",
    .try_out = "To see what moves:\n  colonnade whatif DATA",
};

constexpr PlanWords PlanGerman{
    .guide =
        "Ein Plan ist ein Anhaltspunkt, und eine hohe Zahl ist nicht das Ziel: Lassen Sie weg, "
        "was nicht passt.",
    .for_target = "Mit dem geringsten Aufwand zu {}",
    .for_hours = "Das meiste aus insgesamt {}",
    .for_weeks = "Das meiste aus {} pro Woche in {} Wochen",
    .today = "Heute",
    .from_to = "Heute {} → {} {} in {}, mit {} Arbeit",
    .then = "dann",
    .reached_already = "Schon erreicht; dafür ist nichts zu tun.",
    .nothing_fits = "Kein Schritt, der etwas bringt, passt in die Zeit.",
    .nothing_to_do = "Es gibt keinen Schritt, der etwas bringt.",
    .not_reached = "Mit dem, was sich planen lässt, nicht zu erreichen: Es geht bis {}.",
    .steps = "Schritte",
    .in_all = "insgesamt",
    .week = "Woche",
    .weeks = "Wochen",
    .weekly = "Was zu erwarten ist am Ende von",
    .work = "Arbeit",
    .on_the_way = "Unterwegs, in Woche {}: {}",
    .not_optimal_points =
        "Nicht alles ließ sich durchrechnen; eine andere Wahl bringt höchstens {} mehr.",
    .not_optimal_minutes =
        "Nicht alles ließ sich durchrechnen; eine andere Wahl spart höchstens {}.",
    .left_out =
        "{} weitere Regeln blieben außer Betracht: Ein Plan betrachtet die {}, die für den "
        "Aufwand am meisten bringen.",
    .find_out = "Zuerst herausfinden",
    .try_out = "Was sich dabei bewegt:\n  colonnade whatif DATEN",
};

}  // namespace

const PlanWords& plan_words_in(std::string_view language) {
    return engine::is_german(language) ? PlanGerman : PlanEnglish;
}

}  // namespace colonnade::cli
