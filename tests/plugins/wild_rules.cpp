// SPDX-License-Identifier: Apache-2.0
// Brings rules with a mistake of every kind: names that are not its own, a key that nobody knows,
// an expression that cannot be read.
#include "rules.hpp"

namespace colonnade::tests {
namespace {

constexpr auto Rules = rules_of(R"(colonnade: 1
rulebook: wild
schema: club
languages: [de, en]
title:
  de: Wild
  en: Wild
liszt: {}
lists:
  wild_rules_words: [a]
  words: [a]
define:
  wild_rules_fans: fans
  fans_now: fans
pillars:
  play:
    title:
      de: Spielen
      en: Playing
    weight: 90
    rules: {}
  wild-rules:
    title:
      de: Wild
      en: Wild
    weight: 10
    rules:
      broken:
        title:
          de: Kaputt
          en: Broken
        points: 1
        pass: fans >
        tip:
          de: Nichts.
          en: Nothing.
        effort: 1 hour
cautions:
  wild-rulers:
    title:
      de: Herrscher
      en: Rulers
    when: member
    text:
      de: So nicht.
      en: Not so.
)");

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = colonnade::tests::entry_of(
    "wild-rules", colonnade::tests::offer_rules<colonnade::tests::Rules>);
}
