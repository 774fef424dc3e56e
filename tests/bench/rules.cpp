// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rules.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace colonnade::bench {
namespace {

constexpr std::size_t RulesOfPillar = 100;

constexpr std::string_view Head =
    "colonnade: 1\nrulebook: made-up\nschema: social-profile\nlanguages: [de, en]\n"
    "title:\n  de: Gemacht zum Messen\n  en: Made for measuring\n"
    "define:\n  weekly_posts: rate(posts in last 12 weeks)\npillars:\n";

// `{0}`: a number that differs from rule to rule.
constexpr std::array<std::string_view, 5> Measures = {
    "        measure: count(posts in last {0} days where words >= {0})\n"
    "        full: 5 or more\n        none: 0\n",
    "        measure: weekly_posts * {0} weeks / {0}\n"
    "        line:\n          0: 0%\n          2: 80%\n          9: 100%\n",
    "        measure: average(comments.words in last {0} days)\n"
    "        steps:\n          5: 40%\n          20: 100%\n        unknown: none\n",
    "        measure: (count(skills where endorsements > {0}) + count(courses)) / {0}\n"
    "        half: 3\n",
    "        measure: age(latest(posts where kind = link or words > {0}))\n"
    "        median: 30 days\n        p10: 3 days\n        unknown: none\n"};

void add_rule(std::string& text, std::size_t number) {
    text += fmt::format(
        "      rule-{0}:\n"
        "        title:\n          de: Regel Nummer {0}\n          en: Rule number {0}\n"
        "        points: {1}\n",
        number, 1 + number % 9);
    text += fmt::format(fmt::runtime(Measures[number % Measures.size()]), 1 + number);
    text +=
        "        tip:\n          de: Noch <missing> bis <target>, das bringt <gain> Punkte.\n"
        "          en: Another <missing> to <target>, that brings <gain> points.\n"
        "        effort: 30 minutes\n"
        "        because:\n          de: Wer regelmäßig etwas zeigt, wird gefunden.\n"
        "          en: Who shows something regularly is found.\n"
        "          source: made up\n          evidence: opinion\n";
}

}  // namespace

std::string make_rulebook(std::size_t rules) {
    std::string text(Head);
    for (std::size_t i = 0; i < rules; ++i) {
        if (i % RulesOfPillar == 0) {
            text += fmt::format(
                "  pillar-{0}:\n    title:\n      de: Säule {0}\n      en: Pillar {0}\n"
                "    weight: 10\n    rules:\n",
                i / RulesOfPillar);
        }
        add_rule(text, i);
    }
    return text;
}

}  // namespace colonnade::bench
